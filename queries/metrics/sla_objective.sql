-- Question: what share of the deadlines shall be met?
-- Rows: one for each target in force, in any order.
--
-- family: closeout_sla_objective_ratio
-- type: gauge
-- unit: ratio
-- help: Share of the decided episodes of the tier that shall meet their deadline, by the policy in
--   force.
-- labels: finding_severity, sla_tier
SELECT t.finding_severity, s.tier AS sla_tier, s.objective AS value
FROM temp.sla_target s JOIN severity_tier t ON t.severity = s.severity
CROSS JOIN temp.clock c
WHERE s.effective <= c.as_of AND c.as_of < s.until;
