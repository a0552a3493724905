-- Question: when was the log last checked?
-- Rows: one, or none before the first check.
--
-- family: closeout_ledger_last_verified_timestamp_seconds
-- type: gauge
-- unit: seconds
-- help: When every hash of the ledger was last computed again from its bytes.
-- labels: ledger
-- history: no
SELECT 'closeout' AS ledger, CAST(value AS INTEGER) / 1000.0 AS value
FROM setting WHERE name = 'log_verified_at';
