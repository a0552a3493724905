-- Question: when was each source last read without a fault?
-- Rows: one for each kind of source that was read, in any order.
--
-- family: closeout_ingest_last_success_timestamp_seconds
-- type: gauge
-- unit: seconds
-- help: When the last ingest run that brought records of the source and read every file to its end was
--   finished.
-- labels: source
WITH counted AS (
  SELECT source_name, max(finished_at) / 1000.0 AS n FROM run_source WHERE NOT failed GROUP BY source_name
)
SELECT s.label AS source, c.n AS value
FROM source_name s JOIN counted c ON c.source_name = s.label;
