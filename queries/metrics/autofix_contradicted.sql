-- Question: how many fixes did the scanner contradict?
-- Rows: one for each playbook, in the order of their first record.
--
-- family: closeout_autofix_contradicted
-- type: counter
-- help: Enforced automatic attempts that succeeded, and whose violation failed at the first evaluation
--   after their end with no pass in time and no rollback before. Counted once due, 24 hours after the
--   end unless the policy says otherwise. PromQL windows over it are by the time of recording.
-- labels: playbook, mode
-- cap: playbook 200 other
SELECT a.playbook, 'enforce' AS mode, sum(coalesce(o.contradicted, 0)) AS value
FROM fix_attempt a LEFT JOIN fix_outcome o ON o.position = a.position
GROUP BY a.playbook
ORDER BY min(a.position);
