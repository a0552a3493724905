-- Keeps a record that could not be read, with its exact bytes and the reason. Parameters in the order of
-- the columns.
INSERT OR IGNORE INTO rejected(digest, file_id, line, byte_offset, path, reason, explanation, hint, size,
  bytes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);
