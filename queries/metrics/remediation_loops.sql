-- Question: how often did the automation run in circles?
-- Rows: one.
--
-- family: closeout_remediation_loops
-- type: counter
-- help: Times that the automation began more than 3 attempts on one violation within 10 minutes (or as
--   the policy says); a run of such attempts is one loop. PromQL windows over it are by the time of
--   recording.
WITH begun AS (
  SELECT violation_id, started_at, position,
    started_at - lag(started_at, :loop_attempts) OVER (
      PARTITION BY violation_id ORDER BY started_at, position) <= :loop_within AS loops
  FROM fix_attempt WHERE violation_id IS NOT NULL AND outcome <> 6
), edge AS (
  SELECT coalesce(loops, 0) AS loops,
    lag(coalesce(loops, 0), 1, 0) OVER (PARTITION BY violation_id ORDER BY started_at, position) AS before
  FROM begun
)
SELECT coalesce(sum(CASE WHEN loops AND NOT before THEN 1 ELSE 0 END), 0) AS value FROM edge;
