-- Question: which lines say that they are this event? Parameters: 1 the hash of source and id, 2 pipeline,
-- 3 id. By position.
SELECT position, prefix, conflicting FROM ledger_entry
WHERE uid_hash = ?1 AND pipeline_id = ?2 AND uid = ?3 ORDER BY position;
