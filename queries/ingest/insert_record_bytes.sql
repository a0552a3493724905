-- Keeps a record's exact bytes, compressed. Parameters in the order of the columns.
INSERT INTO record_bytes(position, dictionary_id, size, compressed) VALUES (?1, ?2, ?3, ?4);
