-- Question: was each episode closed, or worked on so far, by automation or by people? `auto` where an
-- enforced automatic attempt succeeded within it.
CREATE TEMP VIEW episode_method AS
SELECT e.violation_id, e.number, CASE WHEN EXISTS (
    SELECT 1 FROM tried a
    WHERE a.violation_id = e.violation_id AND a.executor = 1 AND a.applied
      AND a.ended_at >= e.opened_at AND (e.closed_at IS NULL OR a.ended_at <= e.closed_at)
  ) THEN 'auto' ELSE 'manual' END AS method
FROM episode e;
