-- Question: which failing findings has nobody decided on?
-- Rows: one.
--
-- family: closeout_unrouted_findings
-- type: gauge
-- help: Findings that fail now and whose violation is open with no remediation lane decided for it.
SELECT count(*) AS value
FROM finding_state g
JOIN finding f ON f.id = g.finding_id
JOIN violation_state s ON s.violation_id = f.violation_id AND s.state = 1 AND s.trusted
LEFT JOIN violation_lane l ON l.violation_id = f.violation_id
WHERE g.failing = 1 AND coalesce(l.lane, 'none') = 'none';
