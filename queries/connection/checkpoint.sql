-- Carries what is committed in the write-ahead log into the file, and waits for nobody. One row: whether somebody was in
-- the way, how many pages the log has, how many of them are in the file.
PRAGMA wal_checkpoint(PASSIVE);
