-- measure: opened
-- title: episodes opened
-- definition: Episodes that opened; reopened are those after the first of a violation.
-- formula: count
-- window: by opening
CREATE TEMP VIEW measured AS
SELECT violation_id, number, NULL AS finding_id, NULL AS entry, 1 AS numerator, 1 AS denominator,
  CASE WHEN number > 1 THEN 'reopened' ELSE 'first' END AS class, NULL AS amount
FROM counted_episode WHERE opened_in_window;
