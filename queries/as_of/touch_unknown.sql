-- Marks the violations that records from a position of the log on say something of.
-- Parameter: 1 the position.
INSERT OR IGNORE INTO temp.touched_violation(id)
SELECT f.violation_id
FROM observation o JOIN finding f ON f.id = o.finding_id
WHERE o.position >= ?1 AND f.violation_id IS NOT NULL
UNION
SELECT f.violation_id
FROM ledger_entry e CROSS JOIN finding f ON f.uid_hash = e.subject_hash
WHERE e.position >= ?1 AND e.subject_kind = 1 AND f.violation_id IS NOT NULL
  AND (e.product_id IS NULL OR e.product_id = f.product_id)
UNION
SELECT v.id
FROM ledger_entry e JOIN violation v ON v.subject_hash = e.subject_hash
WHERE e.position >= ?1 AND e.subject_kind = 2
UNION
SELECT s.violation_id
FROM ledger_entry e JOIN violation_subject s ON s.subject_hash = e.subject_hash
WHERE e.position >= ?1 AND e.subject_kind = 2;
