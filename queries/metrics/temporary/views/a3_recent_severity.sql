-- Question: which series has a family by severity and window?
CREATE TEMP VIEW recent_severity AS
SELECT t.severity, t.finding_severity, r."window", r.from_at, r.to_at
FROM severity_tier t CROSS JOIN recent r;
