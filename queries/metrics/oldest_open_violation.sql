-- Question: since when is the oldest violation open?
-- Rows: one for each severity with an open violation, in any order.
--
-- family: closeout_oldest_open_violation_timestamp_seconds
-- type: gauge
-- unit: seconds
-- help: When the oldest of the violations that are open now was opened; absent where none is open.
--   Impossible times are left out.
-- labels: finding_severity
SELECT t.finding_severity, min(e.opened_at) / 1000.0 AS value
FROM severity_tier t CROSS JOIN open_episode e ON e.severity = t.severity
GROUP BY t.severity;
