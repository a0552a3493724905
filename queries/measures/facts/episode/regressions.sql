-- measure: regressions
-- title: regressions
-- definition: Verified episodes in which a change was applied, and whose violation failed again with no
--   rollback between the change and that.
-- formula: failed again ÷ verified with an applied change
-- window: by closing
CASE WHEN reason = 1 AND closed_in_window AND last_applied_at IS NOT NULL THEN
  CASE WHEN next_opened_at IS NOT NULL AND NOT rolled_back THEN 3 ELSE 2 END
END AS regressions,
CASE WHEN next_opened_at IS NULL THEN 'held' WHEN rolled_back THEN 'rolled back' ELSE 'failed again' END,
NULL
