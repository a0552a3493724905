-- How every connection of the store is set up: 64 MB of pages in memory, sorting in memory, a checkpoint
-- every 16,384 pages, no wait for the disk at each commit.
PRAGMA synchronous = NORMAL;
PRAGMA cache_size = -65536;
PRAGMA temp_store = MEMORY;
PRAGMA wal_autocheckpoint = 16384;
