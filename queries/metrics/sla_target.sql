-- Question: how long may a violation stay open?
-- Rows: one for each target in force, in any order.
--
-- family: closeout_sla_target_seconds
-- type: gauge
-- unit: seconds
-- help: Time within which a violation of the tier that opens now has to be closed, by the policy in
--   force.
-- labels: finding_severity, sla_tier
SELECT t.finding_severity, s.tier AS sla_tier, s.target / 1000.0 AS value
FROM temp.sla_target s JOIN severity_tier t ON t.severity = s.severity
CROSS JOIN temp.clock c
WHERE s.effective <= c.as_of AND c.as_of < s.until;
