-- Question: which findings may have this Id? Parameter: 1 the hash of the Id. By id.
SELECT id, uid, product_id, violation_id FROM finding WHERE uid_hash = ?1 ORDER BY id;
