-- Question: how many attempts are old enough to be judged?
-- Rows: one for each playbook, zeros included, in the order of their first record.
--
-- family: closeout_autofix_judged
-- type: counter
-- help: Enforced automatic attempts that ended at least 30 days ago (or as the policy says): the
--   denominator of closeout_autofix_proven_total. PromQL windows over it are by the time of recording.
-- labels: playbook
-- cap: playbook 200 other
SELECT a.playbook, sum(coalesce(o.judged, 0)) AS value
FROM fix_attempt a LEFT JOIN fix_outcome o ON o.position = a.position
GROUP BY a.playbook
ORDER BY min(a.position);
