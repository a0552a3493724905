-- Sorts 16 MB in memory, the size of the cache of small_cache.sql, and what is more in a temporary file: an index of
-- many rows then takes no memory for each of them. For a connection that has no temporary table.
PRAGMA temp_store = FILE;
