-- Question: which episodes count, how long did they take, and may their times be used? Those of violations
-- whose senders may speak for them. `duration` in milliseconds, NULL while it is not closed; `defect` names
-- an impossible time: 1 end before start, 2 before the year 2000, 3 more than five minutes past as-of.
-- `verdict` is the latest on the violation. The three `…_in_window` columns are 1 where that instant falls in
-- the window of the clock.
CREATE TEMP VIEW counted_episode AS
SELECT e.*, v.verdict, e.closed_at - e.opened_at AS duration,
  coalesce(e.time_defect, CASE
    WHEN e.opened_at > c.as_of + 300000 OR e.closed_at > c.as_of + 300000 THEN 3 END) AS defect,
  (c.from_at IS NULL OR e.opened_at >= c.from_at) AND (c.to_at IS NULL OR e.opened_at < c.to_at)
    AS opened_in_window,
  (c.from_at IS NULL OR e.claimed_at >= c.from_at) AND (c.to_at IS NULL OR e.claimed_at < c.to_at)
    AS claimed_in_window,
  (c.from_at IS NULL OR e.closed_at >= c.from_at) AND (c.to_at IS NULL OR e.closed_at < c.to_at)
    AS closed_in_window
FROM episode e
JOIN violation_state v ON v.violation_id = e.violation_id AND v.trusted
CROSS JOIN temp.clock c;
