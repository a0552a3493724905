-- Question: how often did each playbook try?
-- Rows: one for each playbook and mode, zeros included; playbooks in the order of their first record.
--
-- family: closeout_autofix_attempts
-- type: counter
-- help: Automatic attempts that succeeded, failed, timed out or were cancelled. No-ops and attempts
--   that never ran are not counted; dry runs have a mode of their own. PromQL windows over it are by
--   the time of recording.
-- labels: playbook, mode
-- cap: playbook 200 other
WITH mode AS (
  SELECT 'enforce' AS mode UNION ALL SELECT 'dry-run' UNION ALL SELECT 'unknown'
)
SELECT a.playbook, m.mode, sum(CASE WHEN a.terminal AND a.mode = m.mode THEN a.n ELSE 0 END) AS value
FROM attempt_tally a CROSS JOIN mode m
GROUP BY a.playbook, m.mode
ORDER BY min(a.first_position);
