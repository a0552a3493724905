-- Question: which episodes of a violation fall in the window, and how does each stand at its end?
-- Parameter: :violation. In their order.
SELECT number, opened_at, closed_at, severity, reason, defect, contradictions, carried_in, ended, claimed
FROM population_episode
WHERE violation_id = :violation
ORDER BY number;
