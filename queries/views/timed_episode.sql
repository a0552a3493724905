-- Question: how long did each episode take, and may its times be used? `duration` in milliseconds, NULL
-- while it is not closed; `defect` names an impossible time: 1 end before start, 2 before the year 2000,
-- 3 more than five minutes past as-of.
CREATE TEMP VIEW timed_episode AS
SELECT e.*, e.closed_at - e.opened_at AS duration,
  coalesce(e.time_defect, CASE
    WHEN e.opened_at > (SELECT as_of FROM temp.clock) + 300000
      OR e.closed_at > (SELECT as_of FROM temp.clock) + 300000 THEN 3 END) AS defect
FROM episode e;
