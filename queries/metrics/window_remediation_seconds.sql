-- Question: how long did the episodes take together that the scanner closed in each window?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_remediation_seconds
-- type: gauge
-- unit: seconds
-- help: Sum of the times to remediate of the episodes closed verified in the window; divided by
--   closeout_window_closures it is the MTTR. Event time, up to the instant of the scrape.
-- labels: finding_severity, window
WITH counted AS (
  SELECT e.severity, r."window", sum(e.duration) AS n
  FROM recent_closing e JOIN recent r ON e.closed_at >= r.from_at AND e.closed_at < r.to_at
  GROUP BY e.severity, r."window"
)
SELECT s.finding_severity, s."window", coalesce(c.n, 0) / 1000.0 AS value
FROM recent_severity s
LEFT JOIN counted c ON c.severity = s.severity AND c."window" = s."window";
