-- Keeps the names of a file's columns. Parameters: 1 the file, 2 the names, a JSON array.
UPDATE file SET columns = ?2 WHERE id = ?1;
