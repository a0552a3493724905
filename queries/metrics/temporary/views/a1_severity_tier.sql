-- Question: which severities are there? Every family by severity starts with a zero for each of them.
CREATE TEMP VIEW severity_tier AS
SELECT code AS severity, label AS finding_severity FROM temp.code_label WHERE kind = 'severity';
