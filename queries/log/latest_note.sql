-- Question: what does the latest entry of a type say that is neither record nor head? Parameter: 1 the type.
SELECT body FROM log_note WHERE type = ?1 ORDER BY position DESC LIMIT 1;
