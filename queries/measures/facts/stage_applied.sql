-- measure: stage_applied
-- title: opened to applied change
-- definition: From the opening of an episode to the end of the first enforced attempt within it that
--   succeeded, automatic or human.
-- formula: Σ (applied − opened) ÷ episodes with an applied change
-- window: by the end of the attempt
-- amount: milliseconds from opening to the applied change
CREATE TEMP VIEW measured AS
SELECT violation_id, number, NULL AS finding_id, NULL AS entry, 1 AS numerator, 1 AS denominator,
  NULL AS class,
  at - opened_at AS amount
FROM (
  SELECT e.violation_id, e.number, e.opened_at, (
      SELECT min(t.ended_at) FROM tried t
      WHERE t.violation_id = e.violation_id AND t.applied AND t.ended_at >= e.opened_at
        AND (e.closed_at IS NULL OR t.ended_at <= e.closed_at)
    ) AS at
  FROM counted_episode e WHERE e.defect IS NULL
) CROSS JOIN temp.clock c
WHERE at IS NOT NULL AND (c.from_at IS NULL OR at >= c.from_at) AND (c.to_at IS NULL OR at < c.to_at);
