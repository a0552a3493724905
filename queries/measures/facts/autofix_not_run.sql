-- measure: autofix_not_run
-- title: attempts that never ran
-- definition: Enforced automatic attempts that never began, by the reason that the pipeline gives.
-- formula: count
-- window: by the entry
CREATE TEMP VIEW measured AS
SELECT t.violation_id, t.number, NULL AS finding_id, t.position AS entry, 1 AS numerator, 1 AS denominator,
  coalesce(t.reason, 'no reason given') AS class, NULL AS amount
FROM tried t CROSS JOIN temp.clock c
WHERE t.executor = 1 AND t.mode = 2 AND t.outcome = 6 AND (c.from_at IS NULL OR t.ended_at >= c.from_at)
  AND (c.to_at IS NULL OR t.ended_at < c.to_at);
