-- Question: which records could not be read? One page behind the number :after, :limit rows, and how many
-- there are in all. In the order in which they came.
SELECT r.id, f.name AS file, r.line, r.path, r.reason, r.explanation, r.hint, r.size,
  (SELECT count(*) FROM rejected) AS total
FROM rejected r JOIN file f ON f.id = r.file_id
WHERE r.id > :after
ORDER BY r.id LIMIT :limit;
