-- measure: velocity
-- title: velocity and capacity
-- definition: Episodes closed, for whatever reason, beside those opened.
-- formula: closed ÷ opened
-- window: by closing and by opening
CREATE TEMP VIEW measured AS
SELECT e.violation_id, e.number, NULL AS finding_id, NULL AS entry, 1 AS numerator, 0 AS denominator,
  'closed' AS class, NULL AS amount
FROM counted_episode e WHERE e.closed_in_window AND e.closed_at IS NOT NULL
UNION ALL
SELECT e.violation_id, e.number, NULL, NULL, 0, 1, 'opened', NULL
FROM counted_episode e WHERE e.opened_in_window;
