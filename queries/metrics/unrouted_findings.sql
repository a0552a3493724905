-- Question: which failing findings has nobody decided on?
-- Rows: one.
--
-- family: closeout_unrouted_findings
-- type: gauge
-- help: Findings that fail now and whose violation is open with no remediation lane decided for it.
SELECT count(*) AS value
FROM violation_state s
LEFT JOIN violation_lane l ON l.violation_id = s.violation_id
CROSS JOIN finding f ON f.violation_id = s.violation_id
CROSS JOIN finding_state g ON g.finding_id = f.id AND g.failing = 1
WHERE s.state = 1 AND s.trusted AND coalesce(l.lane, 'none') = 'none';
