-- measure: autofix_attempts
-- title: auto-fix success, attempts
-- definition: Enforced automatic attempts that ended successful ÷ those that came to an end; a time-out or
--   cancellation is a failure. Dry runs, no-ops and attempts that never ran are left out.
-- formula: succeeded ÷ (succeeded + failed + timed out + cancelled)
-- window: by the end of the attempt
CREATE TEMP VIEW measured AS
SELECT t.violation_id, t.number, NULL AS finding_id, t.position AS entry, t.applied AS numerator,
  t.mode = 2 AND t.outcome IN (1, 2, 4, 5) AS denominator,
  CASE WHEN t.mode = 1 THEN 'dry-run' WHEN t.mode IS NULL THEN 'unknown mode' ELSE w.label END AS class,
  NULL AS amount
FROM tried t
JOIN temp.code_label w ON w.kind = 'attempt_outcome' AND w.code = t.outcome
CROSS JOIN temp.clock c
WHERE t.executor = 1 AND (c.from_at IS NULL OR t.ended_at >= c.from_at)
  AND (c.to_at IS NULL OR t.ended_at < c.to_at);
