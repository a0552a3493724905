-- Question: which records tell the story of a finding: those of all findings of its violation, and all
-- ledger entries that name one of them, or the violation's control on one of its resources? Up to as-of;
-- beside them every other line about the same event as one of these, because the smallest hash counts, and
-- the entries next to one of these in a ledger's hash chain where that is broken between the two.
-- Parameter: :finding the finding. In no order: the reader sorts by what the records say.
WITH subject AS (
  SELECT id AS finding_id, violation_id FROM finding WHERE id = :finding
),
member AS (
  SELECT finding_id AS id FROM subject
  UNION
  SELECT f.id FROM subject s JOIN finding f ON f.violation_id = s.violation_id
),
-- Joined and not listed with IN: for a list SQLite would index the whole ledger anew each time.
named(hash) AS (
  SELECT v.subject_hash FROM subject s CROSS JOIN violation v ON v.id = s.violation_id
  UNION
  SELECT x.subject_hash FROM subject s CROSS JOIN violation_subject x ON x.violation_id = s.violation_id
),
told AS (
  SELECT o.position FROM member m CROSS JOIN observation o ON o.finding_id = m.id
  WHERE o.event_time <= (SELECT as_of FROM temp.clock)
  UNION
  SELECT e.position FROM member m
  CROSS JOIN finding f ON f.id = m.id
  CROSS JOIN ledger_entry e ON e.subject_hash = f.uid_hash
  WHERE e.subject_kind = 1 AND (e.product_id IS NULL OR e.product_id = f.product_id)
    AND e.event_time <= (SELECT as_of FROM temp.clock)
  UNION
  SELECT e.position FROM named n CROSS JOIN ledger_entry e ON e.subject_hash = n.hash
  WHERE e.subject_kind = 2 AND e.event_time <= (SELECT as_of FROM temp.clock)
),
rival AS (
  SELECT o.position FROM told t
  CROSS JOIN ledger_entry e ON e.position = t.position
  CROSS JOIN ledger_entry o ON o.uid_hash = e.uid_hash
  WHERE o.pipeline_id = e.pipeline_id AND o.uid = e.uid
),
link AS (
  SELECT b.position, e.chain_previous, b.chain_hash, e.pipeline_id, e.chain_sequence
  FROM told t
  CROSS JOIN ledger_entry e ON e.position = t.position
  CROSS JOIN ledger_entry b
  WHERE b.pipeline_id = e.pipeline_id AND b.chain_sequence = e.chain_sequence - 1
  UNION ALL
  SELECT n.position, n.chain_previous, e.chain_hash, n.pipeline_id, n.chain_sequence
  FROM told t
  CROSS JOIN ledger_entry e ON e.position = t.position
  CROSS JOIN ledger_entry n
  WHERE n.pipeline_id = e.pipeline_id AND n.chain_sequence = e.chain_sequence + 1
),
neighbour AS (
  SELECT l.position FROM link l CROSS JOIN ledger_entry x ON x.position = l.position
  WHERE x.event_time <= (SELECT as_of FROM temp.clock) AND l.chain_hash IS NOT l.chain_previous
    AND NOT EXISTS (
      SELECT 1 FROM ledger_entry b
      WHERE b.pipeline_id = l.pipeline_id AND b.chain_sequence = l.chain_sequence - 1
        AND b.chain_hash = l.chain_previous)
)
SELECT t.position, r.source, r.envelope_time, m.text AS mapping, f.columns
FROM (SELECT position FROM told UNION SELECT position FROM rival UNION SELECT position FROM neighbour) t
CROSS JOIN record r ON r.position = t.position
LEFT JOIN mapping m ON m.id = r.mapping_id
LEFT JOIN file f ON f.id = r.file_id;
