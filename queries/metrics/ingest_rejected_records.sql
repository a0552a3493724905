-- Question: why were records not accepted?
-- Rows: one for each kind of source and reason, zeros included, in any order.
--
-- family: closeout_ingest_rejected_records
-- type: counter
-- help: Records that were not accepted, each counted once, by reason; the source is that of the other
--   records of the file where they are all of one kind, else unknown. By the time of ingestion.
-- labels: source, reject_reason
-- retracted: no
WITH single_source AS (
  SELECT file_id, min(source) AS source FROM file_source GROUP BY file_id HAVING min(source) = max(source)
), counted AS (
  SELECT coalesce(l.label, 'unknown') AS source_name, j.reason, count(*) AS n
  FROM rejected j
  JOIN file f ON f.id = j.file_id
  JOIN run u ON u.id = f.run_id
  LEFT JOIN single_source s ON s.file_id = j.file_id
  LEFT JOIN temp.code_label l ON l.kind = 'source' AND l.code = s.source
  WHERE u.started_at <= (SELECT as_of FROM temp.clock)
  GROUP BY coalesce(l.label, 'unknown'), j.reason
)
SELECT s.label AS source, l.label AS reject_reason, coalesce(c.n, 0) AS value
FROM source_name s
JOIN temp.code_label l ON l.kind = 'reject_reason'
LEFT JOIN counted c ON c.source_name = s.label AND c.reason = l.label;
