-- Question: how many violations came back in each window after the scanner had closed them?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_recurrences
-- type: gauge
-- help: Episodes opened in the window whose predecessor was closed verified. Event time, up to the
--   instant of the scrape.
-- labels: finding_severity, window
WITH counted AS (
  SELECT e.severity, r."window", count(*) AS n
  FROM counted_episode e
  JOIN recent r ON e.opened_at >= r.from_at AND e.opened_at < r.to_at
  WHERE e.number > 1 AND e.opened_at >= (SELECT min(from_at) FROM recent) AND EXISTS (
    SELECT 1 FROM episode before
    WHERE before.violation_id = e.violation_id AND before.number = e.number - 1 AND before.reason = 1)
  GROUP BY e.severity, r."window"
)
SELECT s.finding_severity, s."window", coalesce(c.n, 0) AS value
FROM recent_severity s
LEFT JOIN counted c ON c.severity = s.severity AND c."window" = s."window";
