-- Question: by how much did exceptions move a deadline? Spans are taken in the order of their begin, each
-- only if it began before the deadline that those before it had made; `moved_by` NULL where one has no end yet.
CREATE TEMP TABLE sla_moved AS
WITH within AS (
  SELECT d.violation_id, d.number, d.opened_at + t.target AS due_at, s.to_at,
    CASE WHEN s.from_at < d.opened_at THEN d.opened_at ELSE s.from_at END AS from_at
  -- From the few violations with an exception to their deadlines.
  FROM exception_span s
  CROSS JOIN aimed_episode d ON d.violation_id = s.violation_id
  CROSS JOIN temp.sla_target t ON t.id = d.target_id
  WHERE s.to_at > d.opened_at
), spans AS (
  -- An exception without end counts as a thousand years, which no sum of others reaches.
  SELECT violation_id, number, due_at, from_at,
    CASE WHEN to_at = 9223372036854775807 THEN 31557600000000 ELSE to_at - from_at END AS length
  FROM within
), running AS (
  SELECT *, from_at < due_at + coalesce(sum(length) OVER (
      PARTITION BY violation_id, number ORDER BY from_at
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS in_time
  FROM spans
), counted AS (
  SELECT *, min(in_time) OVER (
      PARTITION BY violation_id, number ORDER BY from_at
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS counts
  FROM running
)
SELECT violation_id, number, 1 AS moved,
  CASE WHEN sum(length) >= 31557600000000 THEN NULL ELSE sum(length) END AS moved_by
FROM counted WHERE counts GROUP BY violation_id, number;
