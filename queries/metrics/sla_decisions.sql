-- Question: for how many episodes is it decided whether they met their deadline?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_sla_decisions
-- type: counter
-- help: Episodes decided: closed verified by the deadline, or the deadline passed while open or
--   claimed. Every other closing before the deadline is left out. A passed deadline counts once it is
--   due. PromQL windows over it are by the time of recording.
-- labels: finding_severity
SELECT t.finding_severity, coalesce(sum(s.n), 0) AS value
FROM severity_tier t LEFT JOIN sla_tally s ON s.severity = t.severity AND s.decided
GROUP BY t.severity;
