-- Question: how many episodes did somebody claim to have dealt with?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_episodes_claimed
-- type: counter
-- help: Episodes that a workflow status or a successful attempt claimed at least once, whatever became
--   of the claim. PromQL windows over it are by the time of recording.
-- labels: finding_severity
WITH staked AS (
  SELECT DISTINCT violation_id, episode FROM claim
), counted AS (
  SELECT e.severity, count(*) AS n
  FROM staked s CROSS JOIN counted_episode e ON e.violation_id = s.violation_id AND e.number = s.episode
  GROUP BY e.severity
)
SELECT t.finding_severity, coalesce(c.n, 0) AS value
FROM severity_tier t LEFT JOIN counted c ON c.severity = t.severity;
