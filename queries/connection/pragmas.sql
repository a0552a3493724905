-- How every connection of the store is set up: pages of 8 KB in a new file, because a row of record bytes fills
-- one; 64 MB of pages in memory, sorting in memory, a checkpoint every 8,192 pages, no wait for the disk at each
-- commit.
PRAGMA page_size = 8192;
PRAGMA synchronous = NORMAL;
PRAGMA cache_size = -65536;
PRAGMA temp_store = MEMORY;
PRAGMA wal_autocheckpoint = 8192;
