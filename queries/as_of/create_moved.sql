-- Findings that belonged to another violation at the instant asked for than they do now.
CREATE TEMP TABLE moved_back(id INTEGER PRIMARY KEY, violation_id INTEGER);
CREATE INDEX temp.moved_back_by_violation ON moved_back(violation_id);
CREATE TEMP VIEW finding AS
SELECT id, uid, uid_hash, product_id, violation_id FROM main.finding
WHERE id NOT IN (SELECT id FROM temp.moved_back)
UNION ALL
SELECT f.id, f.uid, f.uid_hash, f.product_id, m.violation_id
FROM temp.moved_back m JOIN main.finding f ON f.id = m.id;
