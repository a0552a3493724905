-- Question: how often is each source read?
-- Rows: one for each kind of source that was read, in any order.
--
-- family: closeout_ingest_interval_seconds
-- type: gauge
-- unit: seconds
-- help: Mean time between the beginnings of the last eleven ingest runs of the source; absent after the
--   first run. What IngestStale measures silence with.
-- labels: source
WITH counted AS (
  SELECT source_name, (max(started_at) - min(started_at)) / 1000.0 / (count(*) - 1) AS n
  FROM (
    SELECT *, row_number() OVER (PARTITION BY source_name ORDER BY started_at DESC, run_id DESC) AS place
    FROM run_source
  ) latest WHERE place <= 11
  GROUP BY source_name HAVING count(*) > 1
)
SELECT s.label AS source, c.n AS value
FROM source_name s JOIN counted c ON c.source_name = s.label;
