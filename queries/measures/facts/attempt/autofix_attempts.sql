-- measure: autofix_attempts
-- title: auto-fix success, attempts
-- definition: Enforced automatic attempts that ended successful ÷ those that came to an end; a time-out or
--   cancellation is a failure. Dry runs, no-ops and attempts that never ran are left out.
-- formula: succeeded ÷ (succeeded + failed + timed out + cancelled)
-- window: by the end of the attempt
CASE WHEN executor = 1 THEN CASE WHEN applied THEN 3 WHEN mode = 2 AND outcome IN (1, 2, 4, 5) THEN 2 ELSE 0 END
END AS autofix_attempts,
CASE WHEN mode = 1 THEN 'dry-run' WHEN mode IS NULL THEN 'unknown mode' ELSE outcome_name END,
NULL
