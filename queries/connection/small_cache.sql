-- 16 MB of pages in memory: for a connection that reads or appends and does not come back.
PRAGMA cache_size = -16384;
