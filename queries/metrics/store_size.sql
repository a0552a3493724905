-- Question: how large is the store?
-- Rows: one.
--
-- family: closeout_store_size_bytes
-- type: gauge
-- unit: bytes
-- help: Size of the store's file, free pages included.
-- history: no

-- The pragma functions are SQLite's own.
SELECT page_count * page_size AS value FROM pragma_page_count, pragma_page_size;
