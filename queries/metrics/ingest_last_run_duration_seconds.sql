-- Question: how long did the last run of each source take?
-- Rows: one for each kind of source that was read, in any order.
--
-- family: closeout_ingest_last_run_duration_seconds
-- type: gauge
-- unit: seconds
-- help: How long the last finished ingest run that brought records of the source took.
-- labels: source
WITH counted AS (
  SELECT source_name, (finished_at - started_at) / 1000.0 AS n
  FROM (
    SELECT *, row_number() OVER (PARTITION BY source_name ORDER BY started_at DESC, run_id DESC) AS place
    FROM run_source WHERE finished_at IS NOT NULL
  ) finished WHERE place = 1
)
SELECT s.label AS source, c.n AS value
FROM source_name s JOIN counted c ON c.source_name = s.label;
