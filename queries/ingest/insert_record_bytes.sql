-- Keeps the exact bytes of records at consecutive positions, compressed. Parameters: 1 the first position,
-- 2 how many records, 3 their frames.
INSERT INTO record_bytes(first, count, frames) VALUES (?1, ?2, ?3);
