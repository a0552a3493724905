-- Question: how many episodes were opened and closed on each day, by the reason of their end?
-- Parameter: :from, midnight UTC of the first day wanted. What was earlier is one row with `day` NULL; an
-- instant past as-of counts on the day of as-of. Days since 1970 in UTC; by day, the earlier ones first.
WITH moment AS (
  SELECT opened_at AS instant, 1 AS is_opening, number, NULL AS reason FROM counted_episode
  UNION ALL
  SELECT closed_at, 0, number, reason FROM counted_episode WHERE closed_at IS NOT NULL
)
SELECT
  CASE
    WHEN instant < :from THEN NULL
    WHEN instant > as_of THEN as_of / 86400000
    ELSE instant / 86400000
  END AS day,
  sum(is_opening) AS opened,
  count(*) FILTER (WHERE is_opening = 1 AND number > 1) AS reopened,
  count(*) FILTER (WHERE reason = 1) AS verified,
  count(*) FILTER (WHERE reason = 2) AS suppressed,
  count(*) FILTER (WHERE reason = 3) AS false_positive,
  count(*) FILTER (WHERE reason = 4) AS benign,
  count(*) FILTER (WHERE reason = 5) AS resource_gone,
  count(*) FILTER (WHERE reason = 6) AS superseded,
  count(*) FILTER (WHERE reason = 7) AS control_disabled,
  count(*) FILTER (WHERE reason = 8) AS archived
FROM moment, temp.clock
GROUP BY 1 ORDER BY 1;
