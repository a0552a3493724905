-- Question: which pipelines wrote the ledgers, and from when to when? In the order of their first record.
SELECT p.uri, count(*) AS entries, min(e.event_time) AS first_at, max(e.event_time) AS newest_at
FROM pipeline p JOIN ledger_entry e ON e.pipeline_id = p.id
GROUP BY p.id
ORDER BY p.id;
