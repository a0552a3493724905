-- Question: which violations and findings is each entry of a ledger about? One row for each entry, violation
-- and finding that it covers, up to as-of: an Id without a product covers every finding of that Id, a
-- control on a resource every finding of the violation. No row comes twice: an entry is about one or the
-- other, and the violation of several resources is no violation of one. Attempts of the automation are not
-- among them: `tried` has those. `to_review` 1 for a decision that somebody shall review.
CREATE TEMP TABLE about AS
WITH entry AS (
  -- In the order of the rows: an index on what they are about would fetch each of them from another page.
  SELECT position, type, event_time, subject_kind, subject_hash, product_id, decision IS 'review' AS to_review
  FROM ledger_entry NOT INDEXED
  WHERE conflicting = 0 AND event_time <= (SELECT as_of FROM temp.clock) AND (type <> 2 OR executor = 2)
)
SELECT e.position, e.type, e.event_time AS at, CAST(f.violation_id AS INTEGER) AS violation_id,
  f.id AS finding_id, e.to_review
FROM entry e
CROSS JOIN finding f ON f.uid_hash = e.subject_hash AND (e.product_id IS NULL OR e.product_id = f.product_id)
WHERE e.subject_kind = 1 AND f.violation_id IS NOT NULL
UNION ALL
SELECT e.position, e.type, e.event_time, v.id, f.id, e.to_review
FROM entry e
CROSS JOIN violation v ON v.subject_hash = e.subject_hash
CROSS JOIN finding f ON f.violation_id = v.id
WHERE e.subject_kind = 2
UNION ALL
SELECT e.position, e.type, e.event_time, s.violation_id, f.id, e.to_review
FROM entry e
CROSS JOIN violation_subject s ON s.subject_hash = e.subject_hash
CROSS JOIN finding f ON f.violation_id = s.violation_id
WHERE e.subject_kind = 2;
