-- Question: which target judges each episode? That of the policy in force when it opened, by its severity,
-- environment and risk; NULL where there is none, or where a time is impossible. The risk is what the ledger
-- said last before the episode opened, else first after.
CREATE TEMP VIEW aimed_episode AS
SELECT e.*, CASE WHEN e.defect IS NULL THEN (
    SELECT t.id FROM temp.sla_target t
    WHERE t.severity = e.severity AND t.effective <= e.opened_at AND e.opened_at < t.until
      AND (t.environment IS NULL OR t.environment = (
        SELECT p.environment FROM violation_environment p WHERE p.violation_id = e.violation_id))
      AND (t.risk IS NULL OR t.risk = (
        SELECT r.risk FROM episode_risk r WHERE r.violation_id = e.violation_id AND r.number = e.number))
    ORDER BY t.precision DESC LIMIT 1) END AS target_id
FROM counted_episode e;
