-- measure: stage_attempted
-- title: opened to first attempt
-- definition: From the opening of an episode to the begin of the first enforced attempt, automatic or human,
--   that ended within it.
-- formula: Σ (first attempt − opened) ÷ episodes with an attempt
-- window: by the begin of the attempt
-- amount: milliseconds from opening to the begin of the attempt
CREATE TEMP VIEW measured AS
SELECT violation_id, number, NULL AS finding_id, NULL AS entry, 1 AS numerator, 1 AS denominator,
  NULL AS class,
  at - opened_at AS amount
FROM (
  SELECT e.violation_id, e.number, e.opened_at, (
      SELECT min(CASE WHEN t.started_at >= e.opened_at THEN t.started_at ELSE t.ended_at END) FROM tried t
      WHERE t.violation_id = e.violation_id AND t.ran AND t.ended_at >= e.opened_at
        AND (e.closed_at IS NULL OR t.ended_at <= e.closed_at)
    ) AS at
  FROM counted_episode e WHERE e.defect IS NULL
) CROSS JOIN temp.clock c
WHERE at IS NOT NULL AND (c.from_at IS NULL OR at >= c.from_at) AND (c.to_at IS NULL OR at < c.to_at);
