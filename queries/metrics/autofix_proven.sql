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
SELECT a.playbook, sum(coalesce(o.proven, 0)) AS value
FROM fix_attempt a LEFT JOIN fix_outcome o ON o.position = a.position
GROUP BY a.playbook
ORDER BY min(a.position);
