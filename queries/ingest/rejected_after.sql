-- Question: which rejected records still wait to be read, and what are their bytes? Parameters: ?1 the number
-- after which to look, ?2 how many at most. In the order in which they came.
SELECT r.id, f.name, r.line, r.bytes
FROM rejected r JOIN file f ON f.id = r.file_id
WHERE r.id > ?1 AND r.accepted_at IS NULL
ORDER BY r.id LIMIT ?2;
