-- Ends a file. Parameters: 1 the file, 2 its SHA-256, 3 its bytes as they lay on disk, 4 why it could not
-- be read to its end, or NULL.
UPDATE file SET sha256 = ?2, bytes = ?3, problem = ?4 WHERE id = ?1;
