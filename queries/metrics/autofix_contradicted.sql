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
SELECT playbook, 'enforce' AS mode, sum(contradicted * n) AS value
FROM attempt_tally GROUP BY playbook ORDER BY min(first_position);
