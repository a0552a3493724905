-- Question: for how many episodes was it decided in each window whether they met their deadline?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_sla_decisions
-- type: gauge
-- help: Episodes decided in the window: closed verified by the deadline, or the deadline passed while
--   open or claimed. Event time, up to the instant of the scrape.
-- labels: finding_severity, window
SELECT s.finding_severity, s."window", coalesce(sum(e.n), 0) AS value
FROM recent_severity s
LEFT JOIN sla_tally e ON e.severity = s.severity AND e.since >= s.from_at
GROUP BY s.severity, s."window";
