-- Question: how many entries has the store's own log?
-- Rows: one. Records, heads and receipts: so the number tells in how many runs the records came.
--
-- family: closeout_store_log_entries
-- type: gauge
-- help: Entries of the store's own append-only log: records, heads of findings and receipts of runs.
-- history: no
SELECT CAST(value AS INTEGER) AS value FROM setting WHERE name = 'log_size';
