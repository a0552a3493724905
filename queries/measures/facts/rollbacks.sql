-- measure: rollbacks
-- title: rollback frequency
-- definition: Rollbacks that succeeded ÷ changes applied: enforced attempts, automatic or human, that ended
--   successful. Rollbacks that failed are left out.
-- formula: rollbacks ÷ changes applied
-- window: rollbacks by their time, changes by their end
CREATE TEMP VIEW measured AS
SELECT coalesce(
    (SELECT t.violation_id FROM tried t WHERE t.pipeline_id = r.pipeline_id AND t.attempt = r.attempt),
    (SELECT min(b.violation_id) FROM about b WHERE b.position = r.position)) AS violation_id,
  (SELECT t.number FROM tried t WHERE t.pipeline_id = r.pipeline_id AND t.attempt = r.attempt) AS number,
  NULL AS finding_id, r.position AS entry, r.outcome = 1 AS numerator, 0 AS denominator,
  CASE WHEN r.outcome = 1 THEN 'rolled back' ELSE 'failed' END AS class, NULL AS amount
FROM rollback_entry r CROSS JOIN temp.clock c
WHERE (c.from_at IS NULL OR r.rolled_back_at >= c.from_at) AND (c.to_at IS NULL OR r.rolled_back_at < c.to_at)
UNION ALL
SELECT t.violation_id, t.number, NULL, t.position, 0, 1, 'applied', NULL
FROM tried t CROSS JOIN temp.clock c
WHERE t.applied AND (c.from_at IS NULL OR t.ended_at >= c.from_at)
  AND (c.to_at IS NULL OR t.ended_at < c.to_at);
