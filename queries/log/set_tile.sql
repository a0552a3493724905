-- Writes a tile that is new or has grown. Parameters in the order of the columns.
INSERT OR REPLACE INTO tile(level, number, hashes) VALUES (?1, ?2, ?3);
