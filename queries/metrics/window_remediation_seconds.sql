-- Question: how long did the episodes take together that the scanner closed in each window?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_remediation_seconds
-- type: gauge
-- unit: seconds
-- help: Sum of the times to remediate of the episodes closed verified in the window; divided by
--   closeout_window_closures it is the MTTR. Event time, up to the instant of the scrape.
-- labels: finding_severity, window
SELECT s.finding_severity, s."window", coalesce(sum(e.duration), 0) / 1000.0 AS value
FROM recent_severity s
LEFT JOIN recent_closing e ON e.severity = s.severity AND e.closed_at >= s.from_at AND e.closed_at < s.to_at
GROUP BY s.severity, s."window";
