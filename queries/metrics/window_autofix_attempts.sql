-- Question: how many attempts of the automation ended in each window?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_autofix_attempts
-- type: gauge
-- help: Enforced automatic attempts that ended in the window: succeeded, failed, timed out or
--   cancelled. Event time, up to the instant of the scrape.
-- labels: finding_severity, window
WITH counted AS (
  SELECT a.severity, r."window", count(*) AS n
  FROM fix_attempt a JOIN recent r ON a.ended_at >= r.from_at AND a.ended_at < r.to_at
  WHERE a.enforced AND a.terminal
  GROUP BY a.severity, r."window"
)
SELECT s.finding_severity, s."window", coalesce(c.n, 0) AS value
FROM recent_severity s
LEFT JOIN counted c ON c.severity = s.severity AND c."window" = s."window";
