-- Question: which exceptions are active, or ended in the window? One row for each of exception_grant, with the
-- first of the violations that it covers.
CREATE TEMP VIEW measured_exception AS
SELECT g.violation_id,
  (SELECT max(e.number) FROM episode e WHERE e.violation_id = g.violation_id) AS number,
  NULL AS finding_id, g.position AS entry, g.to_at IS NULL OR g.to_at > c.as_of AS is_active, g.ended_by
FROM (
  SELECT x.*, (SELECT min(b.violation_id) FROM about b WHERE b.position = x.position) AS violation_id
  FROM exception_grant x LIMIT -1 OFFSET 0
) g CROSS JOIN temp.clock c
WHERE g.to_at IS NULL OR g.to_at > c.as_of
  OR ((c.from_at IS NULL OR g.to_at >= c.from_at) AND (c.to_at IS NULL OR g.to_at < c.to_at));
