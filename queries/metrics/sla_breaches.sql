-- Question: how many episodes missed their deadline?
-- Rows: one for each severity, zeros included, in any order.
--
-- family: closeout_sla_breaches
-- type: counter
-- help: Episodes whose deadline passed while they were open or claimed. Counted once it is due. PromQL
--   windows over it are by the time of recording.
-- labels: finding_severity
WITH counted AS (
  SELECT severity, count(*) AS n FROM sla_episode WHERE decided_at IS NOT NULL AND NOT met GROUP BY severity
)
SELECT t.finding_severity, coalesce(c.n, 0) AS value
FROM severity_tier t LEFT JOIN counted c ON c.severity = t.severity;
