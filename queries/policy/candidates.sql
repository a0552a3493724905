-- Question: in which records could a rule of the policy read something, past a position of the log? Snapshots
-- and history records that come with a note, and entries that score a risk. Parameter: 1 the position.
-- By position.
SELECT o.position, o.finding_id, r.source, m.text AS mapping, NULL AS columns
FROM observation o JOIN record r ON r.position = o.position LEFT JOIN mapping m ON m.id = r.mapping_id
WHERE o.note_updated_at IS NOT NULL AND o.position > ?1
UNION ALL
SELECT e.position, NULL, r.source, m.text, f.columns
FROM ledger_entry e
JOIN record r ON r.position = e.position
LEFT JOIN mapping m ON m.id = r.mapping_id
LEFT JOIN file f ON f.id = r.file_id
WHERE e.type = 7 AND e.position > ?1
ORDER BY 1;
