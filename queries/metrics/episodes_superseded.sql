-- Question: how many episodes ended because findings were consolidated?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_episodes_superseded
-- type: counter
-- help: Episodes closed because control findings were consolidated and no other carried on: no fix.
--   PromQL windows over it are by the time of recording.
-- labels: finding_severity
WITH counted AS (
  SELECT severity, sum(n) AS n FROM episode_tally WHERE reason = 6 GROUP BY severity
)
SELECT t.finding_severity, coalesce(c.n, 0) AS value
FROM severity_tier t LEFT JOIN counted c ON c.severity = t.severity;
