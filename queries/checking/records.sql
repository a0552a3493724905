-- Question: which records are there, and under which hash do they and what was read in them stand? In the
-- order of the log.
SELECT r.position, r.prefix, coalesce(o.prefix, e.prefix)
FROM record r
LEFT JOIN observation o ON o.position = r.position
LEFT JOIN ledger_entry e ON e.position = r.position
ORDER BY r.position;
