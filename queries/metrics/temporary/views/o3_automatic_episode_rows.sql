-- Question: which closed episodes had an enforced automatic attempt that succeeded within them? From few
-- attempts to their episodes, and not from each episode to the attempts within it.
INSERT OR IGNORE INTO temp.automatic_episode(violation_id, number)
SELECT e.violation_id, e.number
FROM fix_attempt a
CROSS JOIN episode e ON e.violation_id = a.violation_id AND a.ended_at >= e.opened_at
  AND a.ended_at <= e.closed_at
WHERE a.enforced AND a.outcome = 1;
