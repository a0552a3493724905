-- Question: which findings show the violation that a finding shows, itself among them?
-- Parameter: :finding the finding. In no order: the reader sorts by name.
SELECT f.id, f.uid, p.arn FROM finding f JOIN product p ON p.id = f.product_id WHERE f.id = :finding
UNION
SELECT f.id, f.uid, p.arn
FROM finding s CROSS JOIN finding f ON f.violation_id = s.violation_id
CROSS JOIN product p ON p.id = f.product_id
WHERE s.id = :finding;
