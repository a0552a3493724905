-- Question: when did the automation run in circles? One row for each run of attempts on one violation that
-- are each no later than the policy's span after the one that many before; `attempt` is the position of the
-- one that made it a loop.
CREATE TEMP TABLE remediation_loop AS
WITH often AS MATERIALIZED (
  SELECT violation_id FROM fix_attempt
  WHERE violation_id IS NOT NULL AND outcome <> 6
  GROUP BY violation_id HAVING count(*) > (SELECT loop_attempts FROM temp.policy_limit)
), begun AS MATERIALIZED (
  SELECT a.violation_id, a.severity, a.started_at, a.position,
    row_number() OVER (PARTITION BY a.violation_id ORDER BY a.started_at, a.prefix) AS place
  FROM often o CROSS JOIN fix_attempt a ON a.violation_id = o.violation_id
  WHERE a.outcome <> 6
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
