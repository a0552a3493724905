-- Question: from when to when was each episode open, and what does a day of it count? Milliseconds, within the
-- window and up to as-of; impossible times are left out. In any order.
SELECT max(e.opened_at, coalesce(c.from_at, e.opened_at)) AS from_at,
  min(coalesce(e.closed_at, c.as_of), coalesce(c.to_at, c.as_of), c.as_of) AS to_at, w.weight
FROM counted_episode e
JOIN temp.severity_weight w ON w.severity = e.severity
CROSS JOIN temp.clock c
WHERE e.defect IS NULL AND w.weight > 0;
