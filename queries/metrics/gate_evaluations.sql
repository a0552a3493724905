-- Question: what did the gates of the build pipelines say?
-- Rows: one for each result, zeros included, in any order.
--
-- family: closeout_gate_evaluations
-- type: counter
-- help: Gate evaluations in the ledger by result; a word outside the closed set is unknown. PromQL
--   windows over it are by the time of recording.
-- labels: gate_result
WITH result AS (
  SELECT 'blocked' AS gate_result UNION ALL SELECT 'passed' UNION ALL SELECT 'waived'
  UNION ALL SELECT 'unknown'
), counted AS (
  SELECT CASE WHEN gate_result IN ('blocked', 'passed', 'waived') THEN gate_result ELSE 'unknown' END
    AS gate_result, count(*) AS n
  FROM ledger_entry
  WHERE type = 15 AND conflicting = 0 AND event_time <= (SELECT as_of FROM temp.clock)
  GROUP BY 1
)
SELECT r.gate_result, coalesce(c.n, 0) AS value
FROM result r LEFT JOIN counted c ON c.gate_result = r.gate_result;
