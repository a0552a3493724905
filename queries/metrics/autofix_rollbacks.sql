-- Question: how many changes of each playbook were rolled back?
-- Rows: one for each playbook and mode, zeros included; playbooks in the order of their first record.
--
-- family: closeout_autofix_rollbacks
-- type: counter
-- help: Automatic attempts with a rollback that succeeded. PromQL windows over it are by the time of
--   recording.
-- labels: playbook, mode
-- cap: playbook 200 other
WITH mode AS (
  SELECT 'enforce' AS mode UNION ALL SELECT 'dry-run' UNION ALL SELECT 'unknown'
)
SELECT a.playbook, m.mode, sum(CASE WHEN a.rolled_back AND a.mode = m.mode THEN a.n ELSE 0 END) AS value
FROM attempt_tally a CROSS JOIN mode m
GROUP BY a.playbook, m.mode
ORDER BY min(a.first_position);
