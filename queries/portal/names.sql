-- Question: what are the findings called that were first seen after another one? Parameter: :after the
-- number of the other one. By number.
SELECT f.id, f.uid, p.arn FROM finding f JOIN product p ON p.id = f.product_id
WHERE f.id > :after ORDER BY f.id;
