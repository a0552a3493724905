-- Question: how many records did each source bring?
-- Rows: one for each kind of source, zeros included, in any order.
--
-- family: closeout_ingest_records
-- type: counter
-- help: Records accepted, each counted once however often it was delivered. By the time of ingestion.
-- labels: source
-- retracted: no
WITH counted AS (
  SELECT coalesce(l.label, 'unknown') AS source_name, sum(s.records) AS n
  FROM file_source s
  JOIN file f ON f.id = s.file_id
  JOIN run u ON u.id = f.run_id
  LEFT JOIN temp.code_label l ON l.kind = 'source' AND l.code = s.source
  WHERE u.started_at <= (SELECT as_of FROM temp.clock)
  GROUP BY coalesce(l.label, 'unknown')
)
SELECT s.label AS source, coalesce(c.n, 0) AS value
FROM source_name s LEFT JOIN counted c ON c.source_name = s.label;
