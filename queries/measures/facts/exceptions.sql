-- measure: exceptions
-- title: exceptions
-- definition: Exceptions granted: active ones have neither expired nor been revoked.
-- formula: active ÷ granted
-- window: those that ended by their end; active ones always
CREATE TEMP VIEW measured AS
SELECT (SELECT min(b.violation_id) FROM about b WHERE b.position = g.position) AS violation_id,
  (SELECT l.number FROM last_episode l
   WHERE l.violation_id = (SELECT min(b.violation_id) FROM about b WHERE b.position = g.position)) AS number,
  NULL AS finding_id, g.position AS entry, g.to_at IS NULL OR g.to_at > c.as_of AS numerator,
    1 AS denominator,
  CASE WHEN g.to_at IS NULL OR g.to_at > c.as_of THEN 'active' WHEN g.ended_by = 1 THEN 'expired'
    ELSE 'revoked' END AS class,
  NULL AS amount
FROM exception_grant g CROSS JOIN temp.clock c
WHERE g.to_at IS NULL OR g.to_at > c.as_of
  OR ((c.from_at IS NULL OR g.to_at >= c.from_at) AND (c.to_at IS NULL OR g.to_at < c.to_at));
