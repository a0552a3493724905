-- Question: which violations and findings is each entry of a ledger about? One row for each entry, violation
-- and finding that it covers, up to as-of: an Id without a product covers every finding of that Id, a
-- control on a resource every finding of the violation. No row comes twice: an entry is about one or the
-- other, and the violation of several resources is no violation of one.
CREATE TEMP TABLE about AS
SELECT e.position, CAST(f.violation_id AS INTEGER) AS violation_id, f.id AS finding_id
FROM ledger_entry e
JOIN finding f ON f.uid_hash = e.subject_hash AND (e.product_id IS NULL OR e.product_id = f.product_id)
WHERE e.subject_kind = 1 AND e.conflicting = 0 AND e.event_time <= (SELECT as_of FROM temp.clock)
  AND f.violation_id IS NOT NULL
UNION ALL
SELECT e.position, v.id, f.id
FROM ledger_entry e
CROSS JOIN violation v ON v.subject_hash = e.subject_hash
CROSS JOIN finding f ON f.violation_id = v.id
WHERE e.subject_kind = 2 AND e.conflicting = 0 AND e.event_time <= (SELECT as_of FROM temp.clock)
UNION ALL
SELECT e.position, s.violation_id, f.id
FROM ledger_entry e
CROSS JOIN violation_subject s ON s.subject_hash = e.subject_hash
CROSS JOIN finding f ON f.violation_id = s.violation_id
WHERE e.subject_kind = 2 AND e.conflicting = 0 AND e.event_time <= (SELECT as_of FROM temp.clock);
