-- Question: how many episodes did the scanner close?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_episodes_verified
-- type: counter
-- help: Episodes closed because the scanner reported PASSED: the only closing that is a fix. PromQL
--   windows over it are by the time of recording.
-- labels: finding_severity
SELECT t.finding_severity, coalesce(sum(e.n), 0) AS value
FROM severity_tier t LEFT JOIN episode_tally e ON e.severity = t.severity AND e.reason = 1
GROUP BY t.severity;
