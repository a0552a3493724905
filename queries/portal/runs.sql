-- Question: which runs brought records last? The latest first; five.
SELECT r.id, r.started_at, r.finished_at, count(f.id) AS files, min(f.name) AS first_file,
  coalesce(sum(f.bytes), 0) AS bytes, count(f.problem) AS problems
FROM run r LEFT JOIN file f ON f.run_id = r.id
GROUP BY r.id ORDER BY r.id DESC LIMIT 5;
