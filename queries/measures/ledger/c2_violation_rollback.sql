-- Question: when was a change to each violation rolled back? By what the entry is about, and by the attempt
-- that it names.
CREATE TEMP TABLE violation_rollback AS
SELECT b.violation_id, r.rolled_back_at AS at
FROM rollback_entry r JOIN about b ON b.position = r.position
WHERE r.outcome = 1
UNION
SELECT t.violation_id, r.rolled_back_at
FROM rollback_entry r JOIN tried t ON t.pipeline_id = r.pipeline_id AND t.attempt = r.attempt
WHERE r.outcome = 1 AND t.violation_id IS NOT NULL;
