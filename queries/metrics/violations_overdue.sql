-- Question: how many violations are past their deadline?
-- Rows: one for each target of the policy, zeros included, in any order.
--
-- family: closeout_violations_overdue
-- type: gauge
-- help: Violations that are open or claimed now and past their deadline.
-- labels: finding_severity, sla_tier
WITH counted AS (
  SELECT severity, tier, count(*) AS n
  FROM sla_episode
  WHERE state IN (1, 2) AND due_at <= (SELECT as_of FROM temp.clock)
  GROUP BY severity, tier
), series AS (
  SELECT DISTINCT severity, tier FROM temp.sla_target
)
SELECT t.finding_severity, s.tier AS sla_tier, coalesce(c.n, 0) AS value
FROM series s
JOIN severity_tier t ON t.severity = s.severity
LEFT JOIN counted c ON c.severity = s.severity AND c.tier = s.tier;
