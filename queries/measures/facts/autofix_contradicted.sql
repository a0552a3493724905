-- measure: autofix_contradicted
-- title: auto-fix success, contradicted
-- definition: Of the enforced automatic attempts that ended successful at least V before as-of, those whose
--   violation failed at the scanner's first evaluation after their end, with no rollback before it and no
--   pass within V.
-- formula: contradicted ÷ successful at least V ago
-- window: by the end of the attempt
CREATE TEMP VIEW measured AS
SELECT o.violation_id,
  (SELECT max(e.number) FROM episode e
   WHERE e.violation_id = o.violation_id AND e.opened_at <= o.ended_at) AS number,
  NULL AS finding_id, o.position AS entry, o.contradicted AS numerator, o.ripe AS denominator,
  CASE WHEN NOT o.ripe THEN 'too young' END AS class, NULL AS amount
FROM fix_outcome o CROSS JOIN temp.clock c
WHERE o.outcome = 1 AND (c.from_at IS NULL OR o.ended_at >= c.from_at)
  AND (c.to_at IS NULL OR o.ended_at < c.to_at);
