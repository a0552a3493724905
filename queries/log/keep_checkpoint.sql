-- Keeps a checkpoint; the first one of a size stays. Parameters: 1 the size, 2 the signed note.
INSERT OR IGNORE INTO checkpoint(size, note) VALUES (?1, ?2);
