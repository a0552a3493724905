-- Question: which attempts did the automation make, and how bad was what they were for? One row an attempt,
-- with the severity of the episode it fell in; 0 where it names no known finding.
CREATE TEMP VIEW fix_attempt AS
SELECT t.position, t.prefix, t.pipeline_id, t.attempt, coalesce(nullif(t.workflow, ''), 'unknown') AS playbook,
  CASE t.mode WHEN 1 THEN 'dry-run' WHEN 2 THEN 'enforce' ELSE 'unknown' END AS mode,
  t.mode = 2 AS enforced, t.outcome, t.outcome IN (1, 2, 4, 5) AS terminal, t.reason, t.started_at, t.ended_at,
  t.violation_id, t.severity
FROM tried t WHERE t.executor = 1;
