-- Question: how many episodes were opened, the reopened ones among them?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_episodes_opened
-- type: counter
-- help: Episodes opened, reopened ones included. PromQL windows over it are by the time of recording.
-- labels: finding_severity
SELECT t.finding_severity, coalesce(sum(e.n), 0) AS value
FROM severity_tier t LEFT JOIN episode_tally e ON e.severity = t.severity
GROUP BY t.severity;
