-- Question: which findings may have this Id? Parameter: 1 the hash of the Id. By id.
SELECT f.id, f.uid, p.arn, f.violation_id
FROM finding f JOIN product p ON p.id = f.product_id
WHERE f.uid_hash = ?1 ORDER BY f.id;
