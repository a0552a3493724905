-- Question: what is known of each episode that measures ask for? One row an episode of episode_row, with the
-- columns that counted_episode, episode_due and episode_deadline work out, which the program puts in, and the
-- clock.
--
-- `until` is the end of what is watched, `exposed_from` and `exposed_to` bound the time open in the window.
-- `is_last_opened` 1 for the last episode of its violation that opened in the window.
CREATE TEMP VIEW measured_episode AS
SELECT e.*, NULL AS finding_id, NULL AS entry,
  (SELECT n.name FROM severity_name n WHERE n.severity = e.severity) AS severity_name,
  (SELECT n.name FROM reason_name n WHERE n.reason = e.reason) AS reason_name,
  CASE WHEN e.defect IS NOT NULL THEN (
    SELECT l.label FROM temp.code_label l WHERE l.kind = 'time_defect' AND l.code = e.defect) END AS defect_name,
  CASE WHEN NOT e.opened_in_window THEN 0 WHEN e.next_opened_at IS NULL THEN 1
    WHEN e.from_at IS NULL AND e.to_at IS NULL THEN 0 WHEN e.opens_again THEN 0 ELSE 1 END AS is_last_opened,
  CASE WHEN e.from_at > e.opened_at THEN e.from_at ELSE e.opened_at END AS exposed_from,
  CASE WHEN e.closed_at < e.until THEN e.closed_at ELSE e.until END AS exposed_to
FROM (
  SELECT d.*, {episode_deadline}
  FROM (
    SELECT r.*, c.*, {counted_episode}, {episode_due}
    FROM episode_row r CROSS JOIN temp.watch c
    -- An OFFSET keeps the planner from working each of these out again wherever another names it.
    LIMIT -1 OFFSET 0
  ) d LIMIT -1 OFFSET 0
) e;
