-- Question: what is each finding called? In the order in which they came.
SELECT f.id, f.uid, p.arn, f.violation_id
FROM finding f JOIN product p ON p.id = f.product_id
ORDER BY f.id;
