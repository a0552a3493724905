-- 16 MB of pages in memory: for a connection that reads or appends everything once.
PRAGMA cache_size = -16384;
