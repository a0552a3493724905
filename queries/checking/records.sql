-- Question: which records are there, under which hash do they and what was read in them stand, and with what
-- were they read? In the order of the log.
SELECT r.position, coalesce(o.prefix, e.prefix), r.source, m.text, r.envelope_time, f.columns
FROM record r
LEFT JOIN observation o ON o.position = r.position
LEFT JOIN ledger_entry e ON e.position = r.position
LEFT JOIN mapping m ON m.id = r.mapping_id
LEFT JOIN file f ON f.id = r.file_id
ORDER BY r.position;
