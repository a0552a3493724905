-- Question: how many fixes held?
-- Rows: one for each playbook, zeros included, in the order of their first record.
--
-- family: closeout_autofix_proven
-- type: counter
-- help: Enforced automatic attempts that succeeded, were verified by the scanner in time, and were
--   neither rolled back nor failing again within 30 days (or as the policy says). Counted once those
--   days are over. PromQL windows over it are by the time of recording.
-- labels: playbook
-- cap: playbook 200 other
SELECT playbook, sum(proven * n) AS value
FROM attempt_tally GROUP BY playbook ORDER BY min(first_position);
