-- Question: what became of each attempt, and in which episode? One row an attempt of the view `attempt`,
-- with the episode that it ended in or after; `ran` 1 where it was enforced and did not stay undone.
CREATE TEMP TABLE tried AS
SELECT a.position, a.pipeline_id, a.attempt, a.mode, a.executor, a.workflow, a.workflow_version,
  coalesce(a.started_at, a.ended_at) AS started_at, a.ended_at, a.outcome, a.reason,
  a.mode = 2 AND a.outcome <> 6 AS ran, a.mode = 2 AND a.outcome = 1 AS applied,
  CAST(a.violation_id AS INTEGER) AS violation_id,
  (SELECT max(e.number) FROM episode e
   WHERE e.violation_id = a.violation_id AND e.opened_at <= a.ended_at) AS number
FROM attempt a;
