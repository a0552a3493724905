-- Question: how often was each source read?
-- Rows: one for each kind of source, zeros included, in any order.
--
-- family: closeout_ingest_runs
-- type: counter
-- help: Ingest runs that brought records of the source, new or known; unknown counts runs that brought
--   none. By the time of ingestion.
-- labels: source
-- retracted: no
WITH counted AS (
  SELECT source_name, count(*) AS n FROM run_source GROUP BY source_name
)
SELECT s.label AS source, coalesce(c.n, 0) AS value
FROM source_name s LEFT JOIN counted c ON c.source_name = s.label;
