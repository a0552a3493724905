-- Question: how many changes of the automation were rolled back in each window?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_autofix_rollbacks
-- type: gauge
-- help: Enforced automatic attempts that were rolled back in the window. Event time, up to the instant
--   of the scrape.
-- labels: finding_severity, window
WITH counted AS (
  SELECT a.severity, r."window", count(*) AS n
  FROM fix_attempt a
  JOIN attempt_rollback b ON b.pipeline_id = a.pipeline_id AND b.attempt = a.attempt
  JOIN recent r ON b.rolled_back_at >= r.from_at AND b.rolled_back_at < r.to_at
  WHERE a.enforced
  GROUP BY a.severity, r."window"
)
SELECT s.finding_severity, s."window", coalesce(c.n, 0) AS value
FROM recent_severity s
LEFT JOIN counted c ON c.severity = s.severity AND c."window" = s."window";
