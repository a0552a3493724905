-- Question: is the line at a position this event? Parameters: 1 the position, 2 pipeline, 3 id. A row when it is.
SELECT position, prefix, conflicting FROM ledger_entry WHERE position = ?1 AND pipeline_id = ?2 AND uid = ?3;
