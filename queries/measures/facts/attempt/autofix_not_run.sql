-- measure: autofix_not_run
-- title: attempts that never ran
-- definition: Enforced automatic attempts that never began, by the reason that the pipeline gives.
-- formula: count
-- window: by the entry
CASE WHEN executor = 1 AND mode = 2 AND outcome = 6 THEN 3 END AS autofix_not_run,
coalesce(reason, 'no reason given'),
NULL
