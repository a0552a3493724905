-- Marks the violations of findings observed since a position of the log: each transaction that brings
-- observations of a finding brings one head of it. Parameter: 1 the position.
INSERT OR IGNORE INTO pending_violation(id)
SELECT f.violation_id
FROM head h JOIN finding f ON f.id = h.finding_id
WHERE h.position > ?1 AND f.violation_id IS NOT NULL;
