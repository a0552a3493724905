-- Marks the violations of a control on a resource that ledger entries since a position name.
-- Parameter: 1 the position.
INSERT OR IGNORE INTO pending_violation(id)
SELECT v.id
FROM ledger_entry e JOIN violation v ON v.subject_hash = e.subject_hash
WHERE e.position > ?1 AND e.subject_kind = 2
UNION
SELECT s.violation_id
FROM ledger_entry e JOIN violation_subject s ON s.subject_hash = e.subject_hash
WHERE e.position > ?1 AND e.subject_kind = 2;
