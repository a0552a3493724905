-- Question: what are the hashes of a tile? Parameters: 1 level, 2 number. At most one row.
SELECT hashes FROM tile WHERE level = ?1 AND number = ?2;
