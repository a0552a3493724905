-- Question: what is stored of each episode that counts, and what do its deadline, the ledger and the next episode
-- say of it? One row for each that falls to this reading; the columns of measured_episode are worked out from
-- these. `opens_again` 1 where a later one of its violation opened in the window, `rolled_back` 1 where a rollback
-- lies between its last change and the next opening.
--
-- Nothing is looked up for a column that is not asked for: each is found by a key of its own.
CREATE TEMP VIEW episode_row AS
SELECT d.violation_id, d.number, d.severity, d.state, d.reason, d.verdict, d.opened_at, d.claimed_at,
  d.closed_at, d.time_defect, d.tier, d.target, d.moved, d.moved_by, w.weight,
  CASE WHEN d.closed_at IS NOT NULL THEN (
    SELECT next.opened_at FROM episode next
    WHERE next.violation_id = d.violation_id AND next.number = d.number + 1) END AS next_opened_at,
  CASE WHEN d.closed_at IS NOT NULL THEN EXISTS (
    SELECT 1 FROM episode later CROSS JOIN temp.clock c
    WHERE later.violation_id = d.violation_id AND later.number > d.number
      AND (c.from_at IS NULL OR later.opened_at >= c.from_at)
      AND (c.to_at IS NULL OR later.opened_at < c.to_at)) END AS opens_again,
  s.assigned_at, s.attempted_at, s.applied_at, s.last_applied_at, s.by_person,
  CASE WHEN s.last_applied_at IS NOT NULL THEN EXISTS (
    SELECT 1 FROM violation_rollback r
    WHERE r.violation_id = d.violation_id AND r.at > s.last_applied_at AND r.at <= (
      SELECT next.opened_at FROM episode next
      WHERE next.violation_id = d.violation_id AND next.number = d.number + 1)) END AS rolled_back
FROM episode_due d
LEFT JOIN episode_step s ON s.violation_id = d.violation_id AND s.number = d.number
LEFT JOIN temp.severity_weight w ON w.severity = d.severity
WHERE d.violation_id >= (SELECT from_violation FROM temp.share)
  AND d.violation_id < (SELECT to_violation FROM temp.share);
