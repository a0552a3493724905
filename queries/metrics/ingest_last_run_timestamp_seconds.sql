-- Question: when was each source last read?
-- Rows: one for each kind of source that was read, in any order.
--
-- family: closeout_ingest_last_run_timestamp_seconds
-- type: gauge
-- unit: seconds
-- help: When the last ingest run that brought records of the source began.
-- labels: source
WITH counted AS (
  SELECT source_name, max(started_at) / 1000.0 AS n FROM run_source GROUP BY source_name
)
SELECT s.label AS source, c.n AS value
FROM source_name s JOIN counted c ON c.source_name = s.label;
