-- Question: how often did reading a source go wrong?
-- Rows: one for each kind of source, zeros included, in any order.
--
-- family: closeout_ingest_run_failures
-- type: counter
-- help: Ingest runs in which a file could not be read to its end, or which never finished. By the time
--   of ingestion.
-- labels: source
-- retracted: no
WITH counted AS (
  SELECT source_name, count(*) AS n FROM run_source WHERE failed GROUP BY source_name
)
SELECT s.label AS source, coalesce(c.n, 0) AS value
FROM source_name s LEFT JOIN counted c ON c.source_name = s.label;
