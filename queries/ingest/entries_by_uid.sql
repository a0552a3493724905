-- Question: which lines say that they are this event? Parameters: 1 the hash of source and id, 2 pipeline,
-- 3 id. By position.
SELECT e.position, r.prefix, e.conflicting
FROM ledger_entry e JOIN record r ON r.position = e.position
WHERE e.uid_hash = ?1 AND e.pipeline_id = ?2 AND e.uid = ?3 ORDER BY e.position;
