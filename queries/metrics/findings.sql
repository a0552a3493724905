-- Question: how many findings are known, by severity and by what people said of them?
-- Rows: one for each severity and workflow status, zeros included, in any order.
--
-- family: closeout_findings
-- type: gauge
-- help: Findings that were ever recorded, in whatever state, by the latest severity and workflow
--   status.
-- labels: finding_severity, workflow_status
SELECT t.finding_severity, l.label AS workflow_status, coalesce(n.n, 0) AS value
FROM severity_tier t
JOIN temp.code_label l ON l.kind = 'workflow'
LEFT JOIN finding_tally n ON n.severity = t.severity AND n.workflow = l.code;
