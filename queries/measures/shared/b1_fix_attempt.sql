-- Question: which attempts did the automation make, and how bad was what they were for? One row an attempt,
-- with the severity of the episode it fell in; 0 where it names no known finding.
CREATE TEMP TABLE fix_attempt AS
-- Once for each attempt: which violation it was for is used in several columns.
WITH known AS MATERIALIZED (SELECT * FROM attempt WHERE executor = 1)
SELECT a.position, a.prefix, a.pipeline_id, a.attempt, coalesce(nullif(a.workflow, ''), 'unknown') AS playbook,
  CASE a.mode WHEN 1 THEN 'dry-run' WHEN 2 THEN 'enforce' ELSE 'unknown' END AS mode,
  a.mode = 2 AS enforced, a.outcome, a.outcome IN (1, 2, 4, 5) AS terminal, a.reason,
  coalesce(a.started_at, a.ended_at) AS started_at, a.ended_at,
  -- With a type of its own, or no index on it could be searched with the id of a violation.
  CAST(a.violation_id AS INTEGER) AS violation_id,
  coalesce(
    (SELECT e.severity FROM episode e
     WHERE e.violation_id = a.violation_id AND e.opened_at <= a.ended_at ORDER BY e.number DESC LIMIT 1),
    (SELECT s.severity FROM violation_state s WHERE s.violation_id = a.violation_id), 0) AS severity
FROM known a;
