-- measure: autofix_proven
-- title: auto-fix success, proven
-- definition: Enforced automatic attempts that succeeded, were verified by the scanner within V, and were
--   neither rolled back nor seen failing again within N ÷ all that ended at least N before as-of. Unobserved
--   are those of the proven that the scanner did not evaluate again in those N.
-- formula: proven ÷ judged
-- window: by the end of the attempt
CREATE TEMP VIEW measured AS
SELECT o.violation_id,
  (SELECT max(e.number) FROM episode e
   WHERE e.violation_id = o.violation_id AND e.opened_at <= o.ended_at) AS number,
  NULL AS finding_id, o.position AS entry, o.proven AS numerator, o.judged AS denominator,
  CASE
    WHEN NOT o.judged THEN 'too young'
    WHEN o.proven AND NOT EXISTS (
      SELECT 1 FROM finding f CROSS JOIN observation s ON s.finding_id = f.id
      WHERE f.violation_id = o.violation_id AND s.kind = 1 AND s.compliance IN (1, 2)
        AND s.updated_at > o.verified_at AND s.updated_at <= o.ended_at + l.held_for
        AND s.event_time <= c.as_of
    ) THEN 'unobserved'
    WHEN o.proven THEN 'observed'
    WHEN o.outcome <> 1 THEN 'did not succeed'
    WHEN o.verified_at IS NULL OR o.verified_at > o.ended_at + l.verified_within THEN 'not verified in time'
    WHEN o.rolled_back_at <= o.ended_at + l.held_for THEN 'rolled back'
    ELSE 'failed again'
  END AS class,
  NULL AS amount
FROM fix_outcome o CROSS JOIN temp.clock c CROSS JOIN temp.policy_limit l
WHERE (c.from_at IS NULL OR o.ended_at >= c.from_at) AND (c.to_at IS NULL OR o.ended_at < c.to_at);
