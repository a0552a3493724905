-- Question: what is known of each episode that measures ask for? One row an episode that counts and falls to
-- this reading: its deadline, the opening of the next, what the ledger says of it, what a day of it weighs,
-- and the clock.
--
-- `until` is the end of what is watched, `exposed_from` and `exposed_to` bound the time open in the window.
-- `is_last_opened` 1 for the last episode of its violation that opened in the window.
CREATE TEMP VIEW measured_episode AS
SELECT e.*, NULL AS finding_id, NULL AS entry,
  (SELECT n.name FROM severity_name n WHERE n.severity = e.severity) AS severity_name,
  (SELECT n.name FROM reason_name n WHERE n.reason = e.reason) AS reason_name,
  CASE WHEN e.defect IS NOT NULL THEN (
    SELECT l.label FROM temp.code_label l WHERE l.kind = 'time_defect' AND l.code = e.defect) END AS defect_name,
  -- A CASE stops at the first answer; AND and OR work both sides out.
  CASE WHEN NOT e.opened_in_window THEN 0 WHEN e.next_opened_at IS NULL THEN 1 ELSE NOT EXISTS (
    SELECT 1 FROM episode later
    WHERE later.violation_id = e.violation_id AND later.number > e.number
      AND (e.from_at IS NULL OR later.opened_at >= e.from_at)
      AND (e.to_at IS NULL OR later.opened_at < e.to_at)) END AS is_last_opened,
  CASE WHEN e.last_applied_at IS NOT NULL THEN EXISTS (
    SELECT 1 FROM violation_rollback r
    WHERE r.violation_id = e.violation_id AND r.at > e.last_applied_at AND r.at <= e.next_opened_at
  ) END AS rolled_back
FROM (
  SELECT d.*,
    CASE WHEN d.closed_at IS NOT NULL THEN (
      SELECT next.opened_at FROM episode next
      WHERE next.violation_id = d.violation_id AND next.number = d.number + 1) END AS next_opened_at,
    s.assigned_at, s.attempted_at, s.applied_at, s.last_applied_at, s.by_person, w.weight,
    c.as_of, c.from_at, c.to_at, c.until,
    CASE WHEN c.from_at > d.opened_at THEN c.from_at ELSE d.opened_at END AS exposed_from,
    CASE WHEN d.closed_at < c.until THEN d.closed_at ELSE c.until END AS exposed_to
  FROM episode_deadline d
  LEFT JOIN episode_step s ON s.violation_id = d.violation_id AND s.number = d.number
  LEFT JOIN temp.severity_weight w ON w.severity = d.severity
  CROSS JOIN temp.watch c
  WHERE d.violation_id >= (SELECT from_violation FROM temp.share)
    AND d.violation_id < (SELECT to_violation FROM temp.share)
  -- An OFFSET keeps the planner from working each of these out again wherever a measure names it.
  LIMIT -1 OFFSET 0
) e;
