-- Question: how many violations are past their deadline?
-- Rows: one for each target of the policy, zeros included, in any order.
--
-- family: closeout_violations_overdue
-- type: gauge
-- help: Violations that are open or claimed now and past their deadline.
-- labels: finding_severity, sla_tier
WITH series AS (
  SELECT DISTINCT severity, tier FROM temp.sla_target
)
SELECT t.finding_severity, s.tier AS sla_tier, coalesce(sum(n.n), 0) AS value
FROM series s
JOIN severity_tier t ON t.severity = s.severity
LEFT JOIN sla_tally n ON n.severity = s.severity AND n.tier = s.tier AND n.overdue
GROUP BY t.severity, s.tier;
