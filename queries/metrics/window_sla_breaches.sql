-- Question: how many episodes missed their deadline in each window?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_sla_breaches
-- type: gauge
-- help: Episodes whose deadline passed in the window while they were open or claimed. Event time, up to
--   the instant of the scrape.
-- labels: finding_severity, window
SELECT s.finding_severity, s."window", coalesce(sum(e.n), 0) AS value
FROM recent_severity s
LEFT JOIN sla_tally e ON e.severity = s.severity AND e.since >= s.from_at AND NOT e.met
GROUP BY s.severity, s."window";
