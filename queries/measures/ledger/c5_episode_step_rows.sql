-- Question: what happened within each episode, as a ledger tells it? From few entries to their episodes, and
-- not from each episode to the entries within it.
INSERT INTO temp.episode_step(
  violation_id, number, assigned_at, attempted_at, applied_at, last_applied_at, by_person)
SELECT violation_id, number, min(assigned_at), min(attempted_at), min(applied_at), max(applied_at),
  max(by_person)
FROM (
  SELECT e.violation_id, e.number, b.at AS assigned_at, NULL AS attempted_at, NULL AS applied_at, 0 AS by_person
  FROM about b
  CROSS JOIN episode e ON e.violation_id = b.violation_id AND b.at >= e.opened_at
    AND (e.closed_at IS NULL OR b.at <= e.closed_at)
  WHERE b.type = 5
  UNION ALL
  SELECT e.violation_id, e.number, NULL,
    CASE WHEN t.started_at >= e.opened_at THEN t.started_at ELSE t.ended_at END,
    CASE WHEN t.applied THEN t.ended_at END, 0
  FROM tried t
  CROSS JOIN episode e ON e.violation_id = t.violation_id AND t.ended_at >= e.opened_at
    AND (e.closed_at IS NULL OR t.ended_at <= e.closed_at)
  WHERE t.ran
  UNION ALL
  SELECT e.violation_id, e.number, NULL, NULL, NULL, 1
  FROM human_entry h
  CROSS JOIN episode e ON e.violation_id = h.violation_id AND h.at <= e.closed_at
    AND h.at > coalesce((
      SELECT before.closed_at FROM episode before
      WHERE before.violation_id = e.violation_id AND before.number = e.number - 1), -1)
)
GROUP BY violation_id, number;
