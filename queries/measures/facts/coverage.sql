-- measure: coverage
-- title: coverage
-- definition: Findings of violations that opened, in a lane of the automation (repair, drift-correct), that
--   reached an enforced automatic attempt ÷ all of them. Findings in another lane or in none are left out.
-- formula: reached an attempt ÷ eligible
-- window: by the opening of an episode
CREATE TEMP VIEW measured AS
WITH routed AS (
  SELECT f.violation_id, f.id AS finding_id, p.number, r.lane, EXISTS (
      SELECT 1 FROM tried t WHERE t.violation_id = f.violation_id AND t.executor = 1 AND t.ran
    ) AS reached
  FROM (SELECT violation_id, max(number) AS number FROM counted_episode WHERE opened_in_window
    GROUP BY violation_id) p
  JOIN finding f ON f.violation_id = p.violation_id
  JOIN finding_state s ON s.finding_id = f.id
  JOIN violation_route r ON r.violation_id = f.violation_id
)
SELECT violation_id, number, finding_id, NULL AS entry,
  coalesce(lane IN ('repair', 'drift-correct'), 0) AND reached AS numerator,
  coalesce(lane IN ('repair', 'drift-correct'), 0) AS denominator,
  CASE
    WHEN lane IS NULL THEN 'no lane'
    WHEN lane NOT IN ('repair', 'drift-correct') THEN lane
    WHEN NOT reached THEN coalesce((
      SELECT coalesce(t.reason, 'no reason given') FROM tried t JOIN record q ON q.position = t.position
      WHERE t.violation_id = r.violation_id AND t.executor = 1 AND t.outcome = 6
      ORDER BY t.ended_at DESC, q.prefix LIMIT 1), 'never tried')
  END AS class,
  NULL AS amount
FROM routed r;
