-- Question: which attempts were rolled back, and when first? Rollbacks that succeeded only.
CREATE TEMP TABLE attempt_rollback AS
SELECT pipeline_id, attempt, min(rolled_back_at) AS rolled_back_at, count(*) AS rollbacks
FROM rollback_entry WHERE outcome = 1 AND attempt IS NOT NULL
GROUP BY pipeline_id, attempt;
