-- Question: for how many episodes was it decided in each window whether they met their deadline?
-- Rows: one for each severity and window, zeros included, in any order.
--
-- family: closeout_window_sla_decisions
-- type: gauge
-- help: Episodes decided in the window: closed verified by the deadline, or the deadline passed while
--   open or claimed. Event time, up to the instant of the scrape.
-- labels: finding_severity, window
WITH counted AS (
  SELECT e.severity, r."window", count(*) AS n
  FROM sla_episode e JOIN recent r ON e.decided_at >= r.from_at AND e.decided_at < r.to_at
  GROUP BY e.severity, r."window"
)
SELECT s.finding_severity, s."window", coalesce(c.n, 0) AS value
FROM recent_severity s
LEFT JOIN counted c ON c.severity = s.severity AND c."window" = s."window";
