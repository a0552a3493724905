-- measure: autofix_proven
-- title: auto-fix success, proven
-- definition: Enforced automatic attempts that succeeded, were verified by the scanner within V, and were
--   neither rolled back nor seen failing again within N ÷ all that ended at least N before as-of. Unobserved
--   are those of the proven that the scanner did not evaluate again in those N.
-- formula: proven ÷ judged
-- window: by the end of the attempt
CASE WHEN NOT judged THEN 0 WHEN proven THEN 3 ELSE 2 END AS autofix_proven,
CASE WHEN NOT judged THEN 'too young'
  WHEN proven THEN CASE WHEN observed THEN 'observed' ELSE 'unobserved' END
  WHEN outcome <> 1 THEN 'did not succeed'
  WHEN verified_at IS NULL OR verified_at > ended_at + verified_within THEN 'not verified in time'
  WHEN rolled_back_at <= ended_at + held_for THEN 'rolled back'
  ELSE 'failed again' END,
NULL
