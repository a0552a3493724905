-- Findings that belonged to another violation at the instant asked for than they do now, and a view with the
-- name of the table in which they do; a finding that nothing was known of yet is not in it.
CREATE TEMP TABLE moved_back(id INTEGER PRIMARY KEY, violation_id INTEGER);
CREATE INDEX temp.moved_back_by_violation ON moved_back(violation_id);
CREATE TEMP VIEW finding AS
SELECT f.id, f.uid, f.uid_hash, f.product_id, f.violation_id FROM main.finding f
WHERE f.id NOT IN (SELECT id FROM temp.moved_back) AND EXISTS (
  SELECT 1 FROM observation o WHERE o.finding_id = f.id AND o.event_time <= (SELECT as_of FROM temp.clock))
UNION ALL
SELECT f.id, f.uid, f.uid_hash, f.product_id, m.violation_id
FROM temp.moved_back m JOIN main.finding f ON f.id = m.id
WHERE EXISTS (
  SELECT 1 FROM observation o WHERE o.finding_id = f.id AND o.event_time <= (SELECT as_of FROM temp.clock));
