-- Keeps a finding that was not seen before. Parameters in the order of the columns.
INSERT INTO finding(uid, uid_hash, product_id, violation_id) VALUES (?1, ?2, ?3, ?4);
