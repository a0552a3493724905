-- Question: what is the median time to remediate in each window?
-- Rows: one for each closing and window, in any order.
--
-- family: closeout_window_remediation_median_seconds
-- type: gauge
-- unit: seconds
-- help: Median time to remediate of the episodes closed verified in the window; absent without any.
--   Blind to what is still open: see the Kaplan-Meier median. Event time, up to the instant of the
--   scrape.
-- labels: finding_severity, window
-- reduce: median
SELECT s.finding_severity, s."window", e.duration / 1000.0 AS time
FROM recent_severity s
CROSS JOIN recent_closing e ON e.severity = s.severity AND e.closed_at >= s.from_at AND e.closed_at < s.to_at;
