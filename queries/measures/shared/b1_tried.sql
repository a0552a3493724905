-- Question: what became of each attempt, and in which episode? One row an attempt of the view `attempt`,
-- with the episode that it ended in or after and its severity, 0 where it names no known finding; `ran` 1 where
-- it was enforced and did not stay undone.
CREATE TEMP TABLE tried AS
SELECT a.position, a.prefix, a.pipeline_id, a.attempt, a.mode, a.executor, a.workflow, a.workflow_version,
  coalesce(a.started_at, a.ended_at) AS started_at, a.ended_at, a.outcome, a.reason,
  a.mode = 2 AND a.outcome <> 6 AS ran, a.mode = 2 AND a.outcome = 1 AS applied,
  -- With a type of its own, or no index on it could be searched with the id of a violation.
  CAST(a.violation_id AS INTEGER) AS violation_id,
  (SELECT max(e.number) FROM episode e
   WHERE e.violation_id = a.violation_id AND e.opened_at <= a.ended_at) AS number,
  coalesce(
    (SELECT e.severity FROM episode e
     WHERE e.violation_id = a.violation_id AND e.opened_at <= a.ended_at ORDER BY e.number DESC LIMIT 1),
    (SELECT s.severity FROM violation_state s WHERE s.violation_id = a.violation_id), 0) AS severity
-- Once for each attempt: which violation it was for is used in several columns.
FROM (SELECT * FROM attempt LIMIT -1 OFFSET 0) a;
