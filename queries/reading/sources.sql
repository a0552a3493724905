-- Question: what was read from each kind of source, and from when to when does it reach? One row for each kind
-- that was read, by its number; times are event times.
SELECT r.source, count(*) AS records, count(DISTINCT r.file_id) AS files, min(t.event_time) AS first_at,
  max(t.event_time) AS newest_at
FROM record r
JOIN (
  SELECT position, event_time FROM observation
  UNION ALL
  SELECT position, event_time FROM ledger_entry
) t ON t.position = r.position
GROUP BY r.source
ORDER BY r.source;
