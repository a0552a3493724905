-- Question: which compressed bytes hold those of a record? Parameter: 1 the position. At most one row: the
-- position of the first record in it, and the frames.
SELECT first, frames FROM record_bytes WHERE first <= ?1 ORDER BY first DESC LIMIT 1;
