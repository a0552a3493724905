-- Question: how many entries has each ledger?
-- Rows: one for each ledger, Closeout's own log among them; in the order of their first record.
--
-- family: closeout_ledger_entries
-- type: gauge
-- help: Entries of a ledger: those of a pipeline, and of Closeout's own log under closeout.
-- labels: ledger
-- cap: ledger 100 drop
-- history: no
SELECT ledger, value FROM (
  SELECT -1 AS place, 'closeout' AS ledger, CAST(value AS INTEGER) AS value
  FROM setting WHERE name = 'log_size'
  UNION ALL
  SELECT p.id, p.uri, coalesce(n.n, 0)
  FROM pipeline p
  LEFT JOIN (
    SELECT pipeline_id, count(*) AS n FROM ledger_entry
    WHERE event_time <= (SELECT as_of FROM temp.clock) GROUP BY pipeline_id
  ) n ON n.pipeline_id = p.id
) ledgers
ORDER BY place;
