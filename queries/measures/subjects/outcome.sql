-- Question: what did the scanner say after the enforced automatic attempts that ended in the window? One row
-- for each of fix_outcome; `observed` 1 where it looked again within N at what was proven.
CREATE TEMP VIEW measured_outcome AS
SELECT o.violation_id,
  (SELECT max(e.number) FROM episode e
   WHERE e.violation_id = o.violation_id AND e.opened_at <= o.ended_at) AS number,
  NULL AS finding_id, o.position AS entry, o.outcome, o.ended_at, o.verified_at, o.rolled_back_at, o.judged,
  o.proven, o.ripe, o.contradicted, l.verified_within, l.held_for,
  -- Asked of those that are proven only.
  CASE WHEN o.proven THEN EXISTS (
    SELECT 1 FROM finding f CROSS JOIN observation s ON s.finding_id = f.id
    WHERE f.violation_id = o.violation_id AND s.kind = 1 AND s.compliance IN (1, 2)
      AND s.updated_at > o.verified_at AND s.updated_at <= o.ended_at + l.held_for
      AND s.event_time <= c.as_of
  ) END AS observed
FROM fix_outcome o CROSS JOIN temp.clock c CROSS JOIN temp.policy_limit l
WHERE (c.from_at IS NULL OR o.ended_at >= c.from_at) AND (c.to_at IS NULL OR o.ended_at < c.to_at);
