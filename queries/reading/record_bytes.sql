-- Question: what are the exact bytes of a record, compressed? Parameter: 1 the position. At most one row.
SELECT compressed, size FROM record_bytes WHERE position = ?1;
