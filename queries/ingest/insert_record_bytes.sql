-- Keeps the exact bytes of records at consecutive positions, compressed. Parameters in the order of the columns.
INSERT INTO record_bytes(first, frames) VALUES (?1, ?2);
