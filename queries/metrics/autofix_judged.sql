-- Question: how many attempts are old enough to be judged?
-- Rows: one for each playbook, zeros included, in the order of their first record.
--
-- family: closeout_autofix_judged
-- type: counter
-- help: Enforced automatic attempts that ended at least 30 days ago (or as the policy says): the
--   denominator of closeout_autofix_proven_total. PromQL windows over it are by the time of recording.
-- labels: playbook
-- cap: playbook 200 other
SELECT playbook, sum(judged * n) AS value
FROM attempt_tally GROUP BY playbook ORDER BY min(first_position);
