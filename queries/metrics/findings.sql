-- Question: how many findings are known, by severity and by what people said of them?
-- Rows: one for each severity and workflow status, zeros included, in any order.
--
-- family: closeout_findings
-- type: gauge
-- help: Findings that were ever recorded, in whatever state, by the latest severity and workflow
--   status.
-- labels: finding_severity, workflow_status
WITH counted AS (
  SELECT severity, workflow, count(*) AS n FROM finding_state GROUP BY severity, workflow
)
SELECT t.finding_severity, l.label AS workflow_status, coalesce(c.n, 0) AS value
FROM severity_tier t
JOIN temp.code_label l ON l.kind = 'workflow'
LEFT JOIN counted c ON c.severity = t.severity AND c.workflow = l.code;
