-- Question: where does a ledger's own hash chain break, at the entries since a position of the log or next to
-- them? Parameter: :since the position. `kind`: hash, the entry's hash is not that of its bytes; link, it names
-- another hash than the entry before it has; fork, another entry has the same place. By ledger and place.
WITH fresh AS (
  SELECT position, pipeline_id, chain_sequence FROM ledger_entry
  WHERE position >= :since AND chain_hash IS NOT NULL
),
suspect AS (
  SELECT position FROM fresh
  UNION
  SELECT n.position FROM fresh f CROSS JOIN ledger_entry n
  WHERE n.pipeline_id = f.pipeline_id AND n.chain_sequence = f.chain_sequence + 1
),
judged AS (
  SELECT e.position, e.pipeline_id, e.chain_sequence,
    CASE
      WHEN e.chain_intact = 0 THEN 'hash'
      WHEN EXISTS (
        SELECT 1 FROM ledger_entry b
        WHERE b.pipeline_id = e.pipeline_id AND b.chain_sequence = e.chain_sequence - 1)
        AND NOT EXISTS (
          SELECT 1 FROM ledger_entry b
          WHERE b.pipeline_id = e.pipeline_id AND b.chain_sequence = e.chain_sequence - 1
            AND b.chain_hash = e.chain_previous) THEN 'link'
      WHEN EXISTS (
        SELECT 1 FROM ledger_entry b
        WHERE b.pipeline_id = e.pipeline_id AND b.chain_sequence = e.chain_sequence
          AND b.position < e.position) THEN 'fork'
    END AS kind
  FROM suspect s CROSS JOIN ledger_entry e ON e.position = s.position
)
SELECT p.uri AS ledger, j.chain_sequence AS sequence, f.name AS file, r.line, j.kind
FROM judged j
JOIN record r ON r.position = j.position
JOIN file f ON f.id = r.file_id
JOIN pipeline p ON p.id = j.pipeline_id
WHERE j.kind IS NOT NULL
ORDER BY p.uri, j.chain_sequence, j.position;
