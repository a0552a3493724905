-- Question: until when had each episode to be closed, and was it? One row an episode that counts, with all
-- its columns; `tier` NULL where no target judges it. `decided_at` is when it became certain whether it met
-- its deadline: closed verified by then, or the deadline itself once it has passed while the episode was open
-- or claimed; NULL when it is not, or when it was closed for another reason before. `met` 1 closed verified
-- in time.
CREATE TEMP VIEW episode_deadline AS
SELECT *,
  CASE
    WHEN reason = 1 AND closed_at <= due_at THEN closed_at
    WHEN due_at <= (SELECT as_of FROM temp.clock) AND (closed_at IS NULL OR closed_at > due_at) THEN due_at
  END AS decided_at,
  coalesce(reason = 1 AND closed_at <= due_at, 0) AS met
FROM (
  SELECT d.violation_id, d.number, d.severity, d.state, d.reason, d.verdict, d.opened_at, d.closed_at,
    d.duration, d.defect, d.opened_in_window, d.claimed_in_window, d.closed_in_window, t.tier,
    d.opened_at + t.target + CASE WHEN m.violation_id IS NULL THEN 0 ELSE m.length END AS due_at
  FROM aimed_episode d
  LEFT JOIN temp.sla_target t ON t.id = d.target_id
  LEFT JOIN sla_moved m ON m.violation_id = d.violation_id AND m.number = d.number
);
