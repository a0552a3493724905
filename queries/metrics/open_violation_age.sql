-- Question: how old are the open violations?
-- Rows: one for each severity and bucket, zeros included, in any order.
--
-- family: closeout_open_violation_age_seconds
-- type: gaugehistogram
-- unit: seconds
-- help: Age of the violations that are open now, from the opening of the episode; impossible times are
--   left out.
-- labels: finding_severity
WITH aged AS (
  SELECT e.severity, c.as_of - e.opened_at AS age
  FROM open_episode e CROSS JOIN temp.clock c
  WHERE e.opened_at <= c.as_of
), counted AS (
  SELECT a.severity, b.above, count(*) AS n, sum(a.age) AS total
  FROM aged a JOIN temp.duration_edge b ON a.age > b.above AND a.age <= b.upto
  GROUP BY a.severity, b.above
)
SELECT t.finding_severity, b.le, coalesce(c.n, 0) AS count, coalesce(c.total, 0) / 1000.0 AS sum
FROM severity_tier t
CROSS JOIN temp.duration_edge b
LEFT JOIN counted c ON c.severity = t.severity AND c.above = b.above;
