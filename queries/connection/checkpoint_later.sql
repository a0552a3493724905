-- The write-ahead log is carried into the file by another connection, see checkpoint.sql, and not by each commit.
PRAGMA wal_autocheckpoint = 0;
