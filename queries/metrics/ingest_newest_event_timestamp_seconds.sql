-- Question: how new is the newest record of each source?
-- Rows: one for each kind of source that was read, in any order.
--
-- family: closeout_ingest_newest_event_timestamp_seconds
-- type: gauge
-- unit: seconds
-- help: Event time of the newest record that was read from the source. By the time of ingestion.
-- labels: source
WITH counted AS (
  SELECT coalesce(l.label, 'unknown') AS source_name, max(s.newest_event) / 1000.0 AS n
  FROM file_source s
  JOIN file f ON f.id = s.file_id
  JOIN run u ON u.id = f.run_id
  LEFT JOIN temp.code_label l ON l.kind = 'source' AND l.code = s.source
  WHERE u.started_at <= (SELECT as_of FROM temp.clock) AND s.newest_event IS NOT NULL
  GROUP BY coalesce(l.label, 'unknown')
)
SELECT s.label AS source, c.n AS value
FROM source_name s JOIN counted c ON c.source_name = s.label;
