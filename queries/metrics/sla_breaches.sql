-- Question: how many episodes missed their deadline?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_sla_breaches
-- type: counter
-- help: Episodes whose deadline passed while they were open or claimed. Counted once it is due. PromQL
--   windows over it are by the time of recording.
-- labels: finding_severity
SELECT t.finding_severity, coalesce(sum(s.n), 0) AS value
FROM severity_tier t LEFT JOIN sla_tally s ON s.severity = t.severity AND s.decided AND NOT s.met
GROUP BY t.severity;
