-- Question: how old are the open violations?
-- Rows: one for each severity and bucket, zeros included, in any order.
--
-- family: closeout_open_violation_age_seconds
-- type: gaugehistogram
-- unit: seconds
-- help: Age of the violations that are open now, from the opening of the episode; impossible times are
--   left out.
-- labels: finding_severity
SELECT t.finding_severity, b.le, count(e.opened_at) AS count,
  coalesce(sum(c.as_of - e.opened_at), 0) / 1000.0 AS sum
FROM severity_tier t
CROSS JOIN temp.duration_edge b
CROSS JOIN temp.clock c
LEFT JOIN open_episode e ON e.severity = t.severity AND e.opened_at >= c.as_of - b.upto
  AND e.opened_at < c.as_of - b.above
GROUP BY t.severity, b.upto;
