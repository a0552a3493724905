-- Question: on which days of the window was anything observed? Days since 1970, in order.
SELECT DISTINCT o.event_time / 86400000 AS day
FROM observation o CROSS JOIN temp.clock k
WHERE o.event_time <= k.as_of AND (k.from_at IS NULL OR o.event_time >= k.from_at)
  AND (k.to_at IS NULL OR o.event_time < k.to_at)
ORDER BY day;
