-- Question: why did attempts fail?
-- Rows: one for each playbook and reason, zeros included; playbooks in the order of their first record.
--
-- family: closeout_autofix_failures
-- type: counter
-- help: Enforced automatic attempts that failed, timed out or were cancelled, by the reason given; a
--   reason outside the closed set is other. PromQL windows over it are by the time of recording.
-- labels: playbook, failure_reason
-- cap: playbook 200 other
WITH reason AS (
  SELECT 'access-denied' AS failure_reason UNION ALL SELECT 'throttled'
  UNION ALL SELECT 'precondition-failed' UNION ALL SELECT 'timed-out' UNION ALL SELECT 'cancelled'
  UNION ALL SELECT 'other'
)
SELECT a.playbook, r.failure_reason,
  sum(CASE WHEN a.failure_reason = r.failure_reason THEN a.n ELSE 0 END) AS value
FROM attempt_tally a CROSS JOIN reason r
GROUP BY a.playbook, r.failure_reason
ORDER BY min(a.first_position);
