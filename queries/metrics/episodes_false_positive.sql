-- Question: how many episodes ended because they were none?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_episodes_false_positive
-- type: counter
-- help: Episodes closed because the finding was judged a false positive: no fix. PromQL windows over it
--   are by the time of recording.
-- labels: finding_severity
SELECT t.finding_severity, coalesce(sum(e.n), 0) AS value
FROM severity_tier t LEFT JOIN episode_tally e ON e.severity = t.severity AND e.reason = 3
GROUP BY t.severity;
