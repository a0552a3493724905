-- Question: which episodes has a violation had? Parameter: :violation its number. The latest first.
SELECT number, opened_at, opening_estimated, severity, state, claimed_at, closed_at, closing_estimated,
  reason, weak, contradictions, time_defect
FROM episode WHERE violation_id = :violation ORDER BY number DESC;
