-- measure: exposure
-- title: exposure
-- definition: Severity weight × days open, added up; impossible times are left out.
-- formula: Σ weight × days open
-- window: the days that fall into it
-- amount: weight × milliseconds open in the window
CREATE TEMP VIEW measured AS
WITH span AS (
  SELECT e.violation_id, e.number, e.severity, e.defect,
    max(e.opened_at, coalesce(c.from_at, e.opened_at)) AS from_at,
    min(coalesce(e.closed_at, c.as_of), coalesce(c.to_at, c.as_of), c.as_of) AS to_at
  FROM counted_episode e CROSS JOIN temp.clock c
)
SELECT s.violation_id, s.number, NULL AS finding_id, NULL AS entry, s.defect IS NULL AS numerator,
  s.defect IS NULL AS denominator,
  CASE
    WHEN s.defect IS NULL
      THEN (SELECT l.label FROM temp.code_label l WHERE l.kind = 'severity' AND l.code = s.severity)
    ELSE (SELECT l.label FROM temp.code_label l WHERE l.kind = 'time_defect' AND l.code = s.defect)
  END AS class,
  CASE WHEN s.defect IS NULL THEN w.weight * (s.to_at - s.from_at) END AS amount
FROM span s JOIN temp.severity_weight w ON w.severity = s.severity
WHERE s.defect IS NOT NULL OR s.to_at > s.from_at;
