-- Question: does the hash chain of each ledger hold?
-- Rows: one for each ledger with a chain, in the order of their first record.
--
-- family: closeout_ledger_chain_intact
-- type: gauge
-- help: Whether every entry of a ledger with a hash chain has the hash of its bytes and names that of
--   the entry before it: 1 yes, 0 no. Of Closeout's own log (closeout) it is the result of the last
--   check of the store.
-- labels: ledger
-- cap: ledger 100 drop
-- history: no
WITH link AS (
  SELECT pipeline_id, chain_intact, chain_previous,
    chain_sequence - lag(chain_sequence) OVER step AS step,
    lag(chain_hash) OVER step AS hash_before
  FROM ledger_entry
  WHERE chain_hash IS NOT NULL AND event_time <= (SELECT as_of FROM temp.clock)
  WINDOW step AS (PARTITION BY pipeline_id ORDER BY chain_sequence, position)
)
SELECT ledger, value FROM (
  SELECT -1 AS place, 'closeout' AS ledger, CAST(value AS INTEGER) AS value
  FROM setting WHERE name = 'log_intact'
  UNION ALL
  SELECT p.id, p.uri, min(CASE
    WHEN l.chain_intact = 0 THEN 0
    WHEN l.hash_before IS NULL THEN 1
    -- Where entries are missing in between, nothing is known of the step.
    WHEN l.step > 1 THEN 1
    WHEN l.step = 1 AND l.chain_previous = l.hash_before THEN 1
    WHEN l.step IS NULL THEN 1
    ELSE 0 END)
  FROM link l JOIN pipeline p ON p.id = l.pipeline_id
  GROUP BY p.id, p.uri
) ledgers
ORDER BY place;
