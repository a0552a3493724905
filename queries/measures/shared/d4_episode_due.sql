-- Question: until when has each episode to be closed? One row an episode that counts; `tier`, `target` and
-- `due_at` NULL where no target judges it, `due_at` too where an exception without end moves it. `moved` 1 where
-- exceptions moved it, by `moved_by`.
CREATE TEMP VIEW episode_due AS
SELECT d.violation_id, d.number, d.severity, d.state, d.reason, d.verdict, d.opened_at, d.claimed_at,
  d.closed_at, d.time_defect, d.duration, d.defect, d.opened_in_window, d.claimed_in_window, d.closed_in_window,
  t.tier, t.target, s.moved, s.moved_by,
  d.opened_at + t.target + CASE WHEN s.moved THEN s.moved_by ELSE 0 END AS due_at
FROM aimed_episode d
LEFT JOIN temp.sla_target t ON t.id = d.target_id
LEFT JOIN sla_moved s ON s.violation_id = d.violation_id AND s.number = d.number;
