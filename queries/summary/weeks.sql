-- Question: how many episodes were opened, closed and closed verified in each ISO week of the window? Weeks are
-- counted from the Monday before 1970-01-01; impossible times are left out. By week.
SELECT (moment.at / 86400000 + 3) / 7 AS week, sum(moment.opened) AS opened, sum(moment.closed) AS closed,
  sum(moment.verified) AS verified
FROM (
  SELECT opened_at AS at, 1 AS opened, 0 AS closed, 0 AS verified
  FROM counted_episode WHERE opened_in_window AND defect IS NULL
  UNION ALL
  SELECT closed_at, 0, 1, reason = 1 FROM counted_episode
  WHERE closed_at IS NOT NULL AND closed_in_window AND defect IS NULL
) moment
GROUP BY 1 ORDER BY 1;
