-- Keeps a violation that was not seen before. Parameters in the order of the columns.
INSERT INTO violation(subject_hash, partition, account_id, region_id, control_id, resources)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
