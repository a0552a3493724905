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
WHERE s.id = (
  SELECT newest.id FROM temp.sla_target newest
  WHERE newest.severity = s.severity AND newest.tier = s.tier
    AND newest.effective <= (SELECT as_of FROM temp.clock)
  ORDER BY newest.effective DESC, newest.id LIMIT 1);
