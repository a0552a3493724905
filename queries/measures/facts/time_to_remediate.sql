-- measure: time_to_remediate
-- title: time to remediate
-- definition: Closed − opened, over episodes closed verified; impossible times are left out.
-- formula: Σ (closed − opened) ÷ episodes closed verified
-- window: by closing
-- amount: milliseconds from opening to closing
CREATE TEMP VIEW measured AS
SELECT e.violation_id, e.number, NULL AS finding_id, NULL AS entry, e.defect IS NULL AS numerator,
  e.defect IS NULL AS denominator,
  (SELECT w.label FROM temp.code_label w WHERE w.kind = 'time_defect' AND w.code = e.defect) AS class,
  CASE WHEN e.defect IS NULL THEN e.duration END AS amount
FROM counted_episode e WHERE e.reason = 1 AND e.closed_in_window;
