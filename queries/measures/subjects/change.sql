-- Question: which changes were applied in the window, and which rolled back? One row for each enforced attempt,
-- automatic or human, that ended successful (`is_applied` 1), and for each rollback.
CREATE TEMP VIEW measured_change AS
SELECT coalesce(
    (SELECT t.violation_id FROM tried t WHERE t.pipeline_id = r.pipeline_id AND t.attempt = r.attempt),
    (SELECT min(b.violation_id) FROM about b WHERE b.position = r.position)) AS violation_id,
  (SELECT t.number FROM tried t WHERE t.pipeline_id = r.pipeline_id AND t.attempt = r.attempt) AS number,
  NULL AS finding_id, r.position AS entry, 0 AS is_applied, r.outcome
FROM rollback_entry r CROSS JOIN temp.clock c
WHERE (c.from_at IS NULL OR r.rolled_back_at >= c.from_at) AND (c.to_at IS NULL OR r.rolled_back_at < c.to_at)
UNION ALL
SELECT t.violation_id, t.number, NULL, t.position, 1, t.outcome
FROM tried t CROSS JOIN temp.clock c
WHERE t.applied AND (c.from_at IS NULL OR t.ended_at >= c.from_at)
  AND (c.to_at IS NULL OR t.ended_at < c.to_at);
