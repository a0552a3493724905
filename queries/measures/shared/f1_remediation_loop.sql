-- Question: when did the automation run in circles? One row for each run of attempts on one violation that
-- are each no later than the policy's span after the one that many before; `attempt` is the position of the
-- one that made it a loop.
CREATE TEMP TABLE remediation_loop AS
WITH begun AS (
  SELECT a.violation_id, a.severity, a.started_at, a.position,
    row_number() OVER (PARTITION BY a.violation_id ORDER BY a.started_at, r.prefix) AS place
  FROM fix_attempt a JOIN record r ON r.position = a.position
  WHERE a.violation_id IS NOT NULL AND a.outcome <> 6
), marked AS (
  SELECT b.*, coalesce(b.started_at - earlier.started_at <= l.loop_within, 0) AS loops
  FROM begun b
  CROSS JOIN temp.policy_limit l
  LEFT JOIN begun earlier ON earlier.violation_id = b.violation_id
    AND earlier.place = b.place - l.loop_attempts
), edge AS (
  SELECT *, lag(loops, 1, 0) OVER (PARTITION BY violation_id ORDER BY place) AS before FROM marked
)
SELECT violation_id, severity, position AS attempt,
  started_at AS looped_at FROM edge WHERE loops AND NOT before;
