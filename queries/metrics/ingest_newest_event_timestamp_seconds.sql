-- Question: how new is the newest record of each source?
-- Rows: one for each kind of source that was read, in any order.
--
-- family: closeout_ingest_newest_event_timestamp_seconds
-- type: gauge
-- unit: seconds
-- help: Event time of the newest record of the source.
-- labels: source
WITH counted AS (
  SELECT coalesce(l.label, 'unknown') AS source_name, max(n.newest) / 1000.0 AS n
  FROM (
    SELECT r.source, max(o.event_time) AS newest
    FROM observation o JOIN record r ON r.position = o.position
    WHERE o.event_time <= (SELECT as_of FROM temp.clock) GROUP BY r.source
    UNION ALL
    SELECT r.source, max(e.event_time)
    FROM ledger_entry e JOIN record r ON r.position = e.position
    WHERE e.event_time <= (SELECT as_of FROM temp.clock) GROUP BY r.source
  ) n
  LEFT JOIN temp.code_label l ON l.kind = 'source' AND l.code = n.source
  GROUP BY coalesce(l.label, 'unknown')
)
SELECT s.label AS source, c.n AS value
FROM source_name s JOIN counted c ON c.source_name = s.label;
