-- Question: what did each file bring that was new: how many records, of which span of time, how many accounts
-- and regions? In the order in which they were read.
SELECT f.run_id, f.name, lower(hex(f.sha256)) AS sha256, f.bytes, f.problem,
  count(r.position) AS new_records,
  min(coalesce(o.event_time, e.event_time)) AS first_event,
  max(coalesce(o.event_time, e.event_time)) AS last_event,
  count(DISTINCT v.account_id) AS accounts, count(DISTINCT v.region_id) AS regions
FROM file f
LEFT JOIN record r ON r.file_id = f.id
LEFT JOIN observation o ON o.position = r.position
LEFT JOIN violation v ON v.id = o.violation_id
LEFT JOIN ledger_entry e ON e.position = r.position
GROUP BY f.id
ORDER BY f.id;
