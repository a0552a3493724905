-- Question: how many episodes did the scanner close in each window?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_closures
-- type: gauge
-- help: Episodes closed verified in the window with possible times: the n of
--   closeout_window_remediation_seconds. Event time, up to the instant of the scrape.
-- labels: finding_severity, window
WITH counted AS (
  SELECT e.severity, r."window", count(*) AS n
  FROM recent_closing e JOIN recent r ON e.closed_at >= r.from_at AND e.closed_at < r.to_at
  GROUP BY e.severity, r."window"
)
SELECT s.finding_severity, s."window", coalesce(c.n, 0) AS value
FROM recent_severity s
LEFT JOIN counted c ON c.severity = s.severity AND c."window" = s."window";
