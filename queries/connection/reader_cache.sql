-- 4 MB of pages in memory: for a connection that reads rows from the beginning to the end, or each at another place. It
-- finds next to none of them again, and to get memory for a page costs more than to read it from the system's cache.
PRAGMA cache_size = -4096;
