-- Question: until when had each episode to be closed, and was it? The rows of episode_due. `decided_at` is when it
-- became certain whether it met its deadline: closed verified by then, or the deadline itself once it has passed
-- while the episode was open or claimed; NULL when it is not, or when it was closed for another reason before.
-- `met` 1 closed verified in time.
CREATE TEMP VIEW episode_deadline AS
SELECT d.*,
  CASE
    WHEN d.reason = 1 AND d.closed_at <= d.due_at THEN d.closed_at
    WHEN d.due_at <= c.as_of AND (d.closed_at IS NULL OR d.closed_at > d.due_at) THEN d.due_at
  END AS decided_at,
  coalesce(d.reason = 1 AND d.closed_at <= d.due_at, 0) AS met
FROM episode_due d CROSS JOIN temp.clock c;
