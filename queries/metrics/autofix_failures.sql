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
), failed AS (
  SELECT a.playbook, coalesce(r.failure_reason,
    CASE a.outcome WHEN 4 THEN 'timed-out' WHEN 5 THEN 'cancelled' ELSE 'other' END) AS failure_reason,
    count(*) AS n
  FROM fix_attempt a LEFT JOIN reason r ON r.failure_reason = a.reason
  WHERE a.enforced AND a.outcome IN (2, 4, 5)
  GROUP BY 1, 2
), playbook AS (
  SELECT playbook, min(position) AS first_position FROM fix_attempt GROUP BY playbook
)
SELECT p.playbook, r.failure_reason, coalesce(f.n, 0) AS value
FROM playbook p
CROSS JOIN reason r
LEFT JOIN failed f ON f.playbook = p.playbook AND f.failure_reason = r.failure_reason
ORDER BY p.first_position;
