-- Question: where in the log does an entry that is neither record nor head first stand? Parameters: 1 its type,
-- 2 its body. One row, NULL where there is none.
SELECT min(position) AS position FROM log_note WHERE type = ?1 AND body = ?2;
