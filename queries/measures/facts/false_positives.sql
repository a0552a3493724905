-- measure: false_positives
-- title: false-positive rate
-- definition: Violations judged false positive ÷ violations judged at all (true, false, benign), by the
--   latest verdict of a source or of a reviewed entry. A suppression alone is no verdict.
-- formula: false positive ÷ judged
-- window: by the verdict
CREATE TEMP VIEW measured AS
SELECT s.violation_id, l.number, NULL AS finding_id, NULL AS entry, s.verdict = 3 AS numerator,
  1 AS denominator,
  CASE s.verdict WHEN 2 THEN 'true_positive' WHEN 3 THEN 'false_positive' ELSE 'benign' END AS class,
  NULL AS amount
FROM violation_state s
JOIN last_episode l ON l.violation_id = s.violation_id
CROSS JOIN temp.clock c
WHERE s.trusted AND s.verdict IN (2, 3, 4) AND (c.from_at IS NULL OR s.judged_at >= c.from_at)
  AND (c.to_at IS NULL OR s.judged_at < c.to_at);
