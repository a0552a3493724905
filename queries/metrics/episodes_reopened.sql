-- Question: how many episodes were opened by a violation that had been closed before?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_episodes_reopened
-- type: counter
-- help: Episodes after the first of their violation. PromQL windows over it are by the time of
--   recording.
-- labels: finding_severity
SELECT t.finding_severity, coalesce(sum(e.n), 0) AS value
FROM severity_tier t LEFT JOIN episode_tally e ON e.severity = t.severity AND e.reopened
GROUP BY t.severity;
