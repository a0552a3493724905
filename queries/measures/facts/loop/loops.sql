-- measure: loops
-- title: loops
-- definition: Runs of more automatic attempts on one violation than the policy allows within its span (3 in
--   10 minutes).
-- formula: count
-- window: by the attempt that made it a loop
3 AS loops,
NULL,
NULL
