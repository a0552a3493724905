-- Question: until when had each episode to be closed? The target is that of the policy in force when it
-- opened, by its severity, environment and risk; those without one are left out, as are impossible times. The
-- risk is what the ledger said last before the episode opened, else first after.
CREATE TEMP VIEW sla_due AS
WITH aimed AS (
  SELECT e.violation_id, e.number, e.severity, e.state, e.reason, e.opened_at, e.closed_at,
    (SELECT t.id FROM temp.sla_target t
     WHERE t.severity = e.severity AND t.effective <= e.opened_at AND e.opened_at < t.until
       AND (t.environment IS NULL OR t.environment = (
         SELECT p.environment FROM violation_environment p WHERE p.violation_id = e.violation_id))
       AND (t.risk IS NULL OR t.risk = (
         SELECT r.risk FROM episode_risk r WHERE r.violation_id = e.violation_id AND r.number = e.number))
     ORDER BY t.precision DESC LIMIT 1) AS target_id
  FROM counted_episode e
  WHERE e.defect IS NULL
)
SELECT a.violation_id, a.number, a.severity, a.state, a.reason, a.opened_at, a.closed_at, t.tier,
  a.opened_at + t.target AS due_at
FROM aimed a CROSS JOIN temp.sla_target t ON t.id = a.target_id;
