-- Question: how many records came after later ones of an earlier run?
-- Rows: one for each kind of source, zeros included, in any order.
--
-- family: closeout_ingest_late_records
-- type: counter
-- help: Records whose event time lies before the latest one that an earlier run had brought from the
--   same source: evidence that may undo what was counted. By the time of ingestion.
-- labels: source
-- retracted: no
WITH counted AS (
  SELECT coalesce(l.label, 'unknown') AS source_name, count(*) AS n
  FROM (
    SELECT r.source, f.run_id, coalesce(o.event_time, e.event_time) AS event_time
    FROM record r
    JOIN file f ON f.id = r.file_id
    LEFT JOIN observation o ON o.position = r.position
    LEFT JOIN ledger_entry e ON e.position = r.position
  ) r
  JOIN (
    SELECT source, run_id, max(newest) OVER (
        PARTITION BY source ORDER BY run_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS newest_before
    FROM (
      SELECT r.source, f.run_id, max(coalesce(o.event_time, e.event_time)) AS newest
      FROM record r
      JOIN file f ON f.id = r.file_id
      LEFT JOIN observation o ON o.position = r.position
      LEFT JOIN ledger_entry e ON e.position = r.position
      GROUP BY r.source, f.run_id
    ) newest_of_run
  ) b ON b.source = r.source AND b.run_id = r.run_id AND r.event_time < b.newest_before
  JOIN run u ON u.id = r.run_id
  LEFT JOIN temp.code_label l ON l.kind = 'source' AND l.code = r.source
  WHERE u.started_at <= (SELECT as_of FROM temp.clock)
  GROUP BY coalesce(l.label, 'unknown')
)
SELECT s.label AS source, coalesce(c.n, 0) AS value
FROM source_name s LEFT JOIN counted c ON c.source_name = s.label;
