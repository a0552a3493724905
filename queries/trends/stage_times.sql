-- Question: of the episodes closed verified since :from in which somebody or something tried to change the
-- resource, how long from opening to the first try, and from there to the scanner's PASSED? One row: `n`, and
-- the one or two times in the middle of each stage; milliseconds. Reads `trend_attempt`.
WITH tried AS (
  SELECT e.closed_at - e.opened_at AS whole,
    min(CASE WHEN a.started_at >= e.opened_at THEN a.started_at ELSE a.ended_at END) - e.opened_at AS waiting
  FROM trend_attempt a CROSS JOIN counted_episode e
  WHERE e.violation_id = a.violation_id AND a.mode = 2 AND a.outcome IN (1, 2, 4, 5)
    AND e.reason = 1 AND e.defect IS NULL AND e.closed_at >= :from
    AND a.ended_at >= e.opened_at AND a.ended_at <= e.closed_at
  GROUP BY e.violation_id, e.number
), ranked AS (
  SELECT waiting, whole - waiting AS working, count(*) OVER () AS n,
    row_number() OVER (ORDER BY waiting) AS waiting_place,
    row_number() OVER (ORDER BY whole - waiting) AS working_place
  FROM tried
)
SELECT count(*) AS n,
  max(waiting) FILTER (WHERE waiting_place = (n + 1) / 2) AS waiting_low,
  max(waiting) FILTER (WHERE waiting_place = n / 2 + 1) AS waiting_high,
  max(working) FILTER (WHERE working_place = (n + 1) / 2) AS working_low,
  max(working) FILTER (WHERE working_place = n / 2 + 1) AS working_high
FROM ranked;
