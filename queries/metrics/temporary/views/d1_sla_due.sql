-- Question: until when had each episode to be closed? The target is that of the policy in force when it
-- opened; those without one are left out, as are impossible times.
CREATE TEMP TABLE sla_due AS
WITH aimed AS (
  SELECT e.violation_id, e.number, e.severity, e.state, e.reason, e.opened_at, e.closed_at,
    (SELECT t.id FROM temp.sla_target t
     WHERE t.severity = e.severity AND t.effective <= e.opened_at
       AND (t.environment IS NULL OR t.environment = p.account_environment)
     ORDER BY t.environment IS NULL, t.effective DESC, t.id LIMIT 1) AS target_id
  FROM counted_episode e
  JOIN violation v ON v.id = e.violation_id
  JOIN account a ON a.id = v.account_id
  LEFT JOIN temp.account_policy p ON p.account_id = a.uid
  WHERE e.defect IS NULL
)
SELECT a.violation_id, a.number, a.severity, a.state, a.reason, a.opened_at, a.closed_at, t.tier,
  a.opened_at + t.target AS due_at
FROM aimed a JOIN temp.sla_target t ON t.id = a.target_id;
