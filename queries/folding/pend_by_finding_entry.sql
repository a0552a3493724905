-- Marks the violations of findings that ledger entries since a position name. Parameter: 1 the position.
-- From the entries to their findings: the other way round every finding would be looked at.
INSERT OR IGNORE INTO pending_violation(id)
SELECT f.violation_id
FROM ledger_entry e CROSS JOIN finding f ON f.uid_hash = e.subject_hash
WHERE e.position > ?1 AND e.subject_kind = 1 AND f.violation_id IS NOT NULL
  AND (e.product_id IS NULL OR e.product_id = f.product_id);
