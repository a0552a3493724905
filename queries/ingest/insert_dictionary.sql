-- Keeps a compression dictionary. Parameters in the order of the columns.
INSERT OR IGNORE INTO dictionary(id, source, bytes) VALUES (?1, ?2, ?3);
