-- Question: which records could not be read, where, and why? In the order in which they came; without those
-- that a later reading accepted.
SELECT r.id, f.name AS file, r.line, r.byte_offset, r.path, r.reason, r.explanation, r.hint, r.size
FROM rejected r JOIN file f ON f.id = r.file_id
WHERE r.accepted_at IS NULL
ORDER BY r.id;
