-- Question: what is the median time to remediate if what is still open counts too?
-- Rows: one sample for each episode that was at risk in a window: closed in it, or not closed by its
--   end; in any order.
--
-- family: closeout_window_remediation_km_median_seconds
-- type: gauge
-- unit: seconds
-- help: Kaplan-Meier median of the time to remediate of the episodes closed in the window or not closed
--   by its end: open and claimed ones are censored there, those suppressed, gone, archived, superseded
--   or with a disabled control when they ended; false positives and benign ones are left out. Absent
--   where the curve stays above one half. Event time, up to the instant of the scrape.
-- labels: finding_severity, window
-- reduce: kaplan_meier_median
SELECT t.finding_severity, r."window",
  (CASE WHEN e.closed_at < r.to_at THEN e.closed_at ELSE r.to_at END - e.opened_at) / 1000.0 AS time,
  coalesce(e.reason = 1 AND e.closed_at < r.to_at, 0) AS ended
FROM counted_episode e
JOIN severity_tier t ON t.severity = e.severity
JOIN recent r ON e.opened_at < r.to_at AND (e.closed_at IS NULL OR e.closed_at >= r.from_at)
WHERE e.defect IS NULL AND coalesce(e.reason NOT IN (3, 4), 1);
