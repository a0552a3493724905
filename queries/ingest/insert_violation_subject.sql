-- Lets a violation of several resources be found by each of them. Parameters in the order of the columns.
INSERT OR IGNORE INTO violation_subject(subject_hash, violation_id) VALUES (?1, ?2);
