-- Question: which controls come back most within 30 days of their fix, and which version of which workflow had
-- "fixed" them? One row for each control and the workflow of the last change applied in the episode (NULL for
-- none); the most recurrences first, then by control and workflow. Parameter: :limit.
WITH fixed AS (
  SELECT v.control_id, e.closed_at, (
      SELECT t.position FROM tried t JOIN record r ON r.position = t.position
      WHERE t.violation_id = e.violation_id AND t.applied AND t.ended_at >= e.opened_at
        AND t.ended_at <= e.closed_at
      ORDER BY t.ended_at DESC, r.prefix LIMIT 1
    ) AS attempt, coalesce((
      SELECT next.opened_at FROM episode next
      WHERE next.violation_id = e.violation_id AND next.number = e.number + 1
    ) <= e.closed_at + 30 * 86400000, 0) AS recurred
  FROM counted_episode e
  JOIN violation v ON v.id = e.violation_id
  CROSS JOIN temp.clock c
  WHERE e.reason = 1 AND e.closed_in_window AND e.closed_at <= c.as_of - 30 * 86400000
)
SELECT k.uid AS control, t.workflow, t.workflow_version, count(*) AS followed, sum(f.recurred) AS recurred
FROM fixed f
JOIN control k ON k.id = f.control_id
LEFT JOIN tried t ON t.position = f.attempt
GROUP BY k.uid, t.workflow, t.workflow_version
HAVING sum(f.recurred) > 0
ORDER BY recurred DESC, control, t.workflow, t.workflow_version
LIMIT :limit;
