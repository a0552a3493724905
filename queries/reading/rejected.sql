-- Question: which records could not be read, where, and why? In the order in which they came.
SELECT r.id, f.name AS file, r.line, r.byte_offset, r.path, r.reason, r.explanation, r.hint, r.size
FROM rejected r JOIN file f ON f.id = r.file_id
ORDER BY r.id;
