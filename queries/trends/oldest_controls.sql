-- Question: which controls have the oldest open violations? Parameters: :severity, the least that counts;
-- :old in milliseconds; :limit. Claimed violations and impossible times are left out. The oldest first.
-- Episodes lead the join: few of them are open.
SELECT v.control_id, c.uid AS control, max(e.severity) AS severity, count(*) AS violations,
  count(*) FILTER (WHERE e.opened_at <= as_of - :old) AS old, min(e.opened_at) AS oldest
FROM counted_episode e CROSS JOIN violation v CROSS JOIN control c CROSS JOIN temp.clock
WHERE v.id = e.violation_id AND c.id = v.control_id
  AND e.state = 1 AND e.defect IS NULL AND e.severity >= :severity
GROUP BY v.control_id, c.uid
ORDER BY oldest, c.uid LIMIT :limit;
