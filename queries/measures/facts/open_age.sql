-- measure: open_age
-- title: age of what is open
-- definition: As-of − opened, over open episodes; claimed ones are not among them.
-- formula: Σ (as-of − opened) ÷ open episodes
-- window: none: as of the instant
-- amount: milliseconds from opening to as-of
CREATE TEMP VIEW measured AS
SELECT e.violation_id, e.number, NULL AS finding_id, NULL AS entry, e.defect IS NULL AS numerator,
  e.defect IS NULL AS denominator,
  (SELECT w.label FROM temp.code_label w WHERE w.kind = 'time_defect' AND w.code = e.defect) AS class,
  CASE WHEN e.defect IS NULL THEN c.as_of - e.opened_at END AS amount
FROM counted_episode e CROSS JOIN temp.clock c WHERE e.state = 1;
