-- Question: which records' hashes begin with these eight bytes? Parameter: 1 the prefix. By position.
SELECT position FROM record WHERE prefix = ?1 ORDER BY position;
