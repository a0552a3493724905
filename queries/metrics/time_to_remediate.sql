-- Question: how long did it take until the scanner closed an episode?
-- Rows: one for each severity, method and bucket, zeros included, in any order.
--
-- family: closeout_time_to_remediate_seconds
-- type: histogram
-- unit: seconds
-- help: Time from the opening to the verified closing of an episode; auto where an enforced automatic
--   attempt succeeded within it. Impossible times are left out. PromQL windows over it are by the time
--   of recording.
-- labels: finding_severity, remediation_method
WITH method AS (
  SELECT 'auto' AS remediation_method, 1 AS automatic UNION ALL SELECT 'manual', 0
)
SELECT t.finding_severity, m.remediation_method, b.le, coalesce(r.n, 0) AS count,
  coalesce(r.total, 0) / 1000.0 AS sum
FROM severity_tier t
CROSS JOIN method m
CROSS JOIN temp.duration_edge b
LEFT JOIN remediation_tally r ON r.severity = t.severity AND r.automatic = m.automatic AND r.above = b.above;
