-- Question: how many episodes did somebody claim to have dealt with?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_episodes_claimed
-- type: counter
-- help: Episodes that a workflow status or a successful attempt claimed at least once, whatever became
--   of the claim. PromQL windows over it are by the time of recording.
-- labels: finding_severity
WITH counted AS (
  SELECT severity, sum(n) AS n FROM episode_tally WHERE claimed GROUP BY severity
)
SELECT t.finding_severity, coalesce(c.n, 0) AS value
FROM severity_tier t LEFT JOIN counted c ON c.severity = t.severity;
