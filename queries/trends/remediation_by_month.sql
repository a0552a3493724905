-- Question: how long did the episodes take that were closed verified in each month? Parameter: :from, the
-- begin of the first month. `n` with usable times and their `total`, the one or two times in the middle,
-- `excluded` with an impossible time; milliseconds. Months in UTC as 2026-11; by month.
WITH verified AS (
  SELECT
    strftime('%Y-%m', CASE WHEN closed_at > as_of THEN as_of ELSE closed_at END / 1000, 'unixepoch') AS month,
    CASE WHEN defect IS NULL THEN duration END AS duration
  FROM counted_episode, temp.clock
  WHERE reason = 1 AND closed_at >= :from
), ranked AS (
  SELECT month, duration,
    row_number() OVER (PARTITION BY month, duration IS NULL ORDER BY duration) AS place,
    count(duration) OVER (PARTITION BY month) AS n
  FROM verified
)
SELECT month, count(duration) AS n, sum(duration) AS total,
  max(duration) FILTER (WHERE place = (n + 1) / 2) AS low_middle,
  max(duration) FILTER (WHERE place = n / 2 + 1) AS high_middle,
  count(*) FILTER (WHERE duration IS NULL) AS excluded
FROM ranked
GROUP BY month ORDER BY month;
