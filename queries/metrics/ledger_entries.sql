-- Question: how many entries has each ledger of a pipeline?
-- Rows: one for each ledger, in the order of their first record.
--
-- family: closeout_ledger_entries
-- type: gauge
-- help: Entries of a pipeline's ledger.
-- labels: ledger
-- cap: ledger 100 drop
-- history: no
SELECT p.uri AS ledger, coalesce(n.n, 0) AS value
FROM pipeline p
LEFT JOIN (
  SELECT pipeline_id, count(*) AS n FROM ledger_entry
  WHERE event_time <= (SELECT as_of FROM temp.clock) GROUP BY pipeline_id
) n ON n.pipeline_id = p.id
ORDER BY p.id;
