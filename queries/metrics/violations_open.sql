-- Question: how many violations are open, and who shall deal with them?
-- Rows: one for each severity and lane, zeros included, in any order.
--
-- family: closeout_violations_open
-- type: gauge
-- help: Violations that are open now, claimed ones left out, by the severity of the episode and the
--   lane of the latest decision.
-- labels: finding_severity, lane
WITH lane AS (
  SELECT 'prevent' AS lane UNION ALL SELECT 'repair' UNION ALL SELECT 'drift-correct'
  UNION ALL SELECT 'escalate' UNION ALL SELECT 'none'
), counted AS (
  SELECT severity, lane, sum(n) AS n FROM open_tally GROUP BY severity, lane
)
SELECT t.finding_severity, lane.lane, coalesce(c.n, 0) AS value
FROM severity_tier t
CROSS JOIN lane
LEFT JOIN counted c ON c.severity = t.severity AND c.lane = lane.lane;
