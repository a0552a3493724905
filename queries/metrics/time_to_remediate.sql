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
  SELECT 'auto' AS remediation_method UNION ALL SELECT 'manual'
), fixed AS (
  -- From few attempts to their episodes, and not from each episode to the attempts within it.
  SELECT DISTINCT e.violation_id, e.number
  FROM fix_attempt a
  CROSS JOIN episode e ON e.violation_id = a.violation_id AND a.ended_at >= e.opened_at
    AND a.ended_at <= e.closed_at
  WHERE a.enforced AND a.outcome = 1
), closed AS (
  SELECT e.severity, e.duration,
    CASE WHEN f.number IS NULL THEN 'manual' ELSE 'auto' END AS remediation_method
  FROM counted_episode e
  LEFT JOIN fixed f ON f.violation_id = e.violation_id AND f.number = e.number
  WHERE e.reason = 1 AND e.defect IS NULL
), counted AS (
  SELECT c.severity, c.remediation_method, b.above, count(*) AS n, sum(c.duration) AS total
  FROM closed c JOIN temp.duration_edge b ON c.duration > b.above AND c.duration <= b.upto
  GROUP BY c.severity, c.remediation_method, b.above
)
SELECT t.finding_severity, m.remediation_method, b.le, coalesce(c.n, 0) AS count,
  coalesce(c.total, 0) / 1000.0 AS sum
FROM severity_tier t
CROSS JOIN method m
CROSS JOIN temp.duration_edge b
LEFT JOIN counted c ON c.severity = t.severity AND c.remediation_method = m.remediation_method
  AND c.above = b.above;
