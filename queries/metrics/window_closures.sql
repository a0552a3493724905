-- Question: how many episodes did the scanner close in each window?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_closures
-- type: gauge
-- help: Episodes closed verified in the window with possible times: the n of
--   closeout_window_remediation_seconds. Event time, up to the instant of the scrape.
-- labels: finding_severity, window
SELECT s.finding_severity, s."window", count(e.closed_at) AS value
FROM recent_severity s
LEFT JOIN recent_closing e ON e.severity = s.severity AND e.closed_at >= s.from_at AND e.closed_at < s.to_at
GROUP BY s.severity, s."window";
