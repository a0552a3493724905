-- Question: what is the median time to remediate in each window?
-- Rows: one for each severity and window that has a closing, in any order.
--
-- family: closeout_window_remediation_median_seconds
-- type: gauge
-- unit: seconds
-- help: Median time to remediate of the episodes closed verified in the window; absent without any.
--   Blind to what is still open: see the Kaplan-Meier median. Event time, up to the instant of the
--   scrape.
-- labels: finding_severity, window
WITH closed AS (
  SELECT e.severity, r."window", e.duration,
    row_number() OVER (PARTITION BY e.severity, r."window" ORDER BY e.duration) AS place,
    count(*) OVER (PARTITION BY e.severity, r."window") AS n
  FROM recent_closing e JOIN recent r ON e.closed_at >= r.from_at AND e.closed_at < r.to_at
)
SELECT t.finding_severity, c."window", avg(c.duration) / 1000.0 AS value
FROM closed c JOIN severity_tier t ON t.severity = c.severity
WHERE 2 * c.place >= c.n AND 2 * c.place <= c.n + 2
GROUP BY t.finding_severity, c."window";
