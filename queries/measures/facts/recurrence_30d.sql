-- measure: recurrence_30d
-- title: recurrence within 30 days
-- definition: Of the episodes closed verified at least 30 days before as-of, those whose violation opened
--   again within 30 days.
-- formula: came back ÷ followed up
-- window: by closing
CREATE TEMP VIEW measured AS
SELECT e.violation_id, e.number, NULL AS finding_id, NULL AS entry,
  e.closed_at <= c.as_of - 30 * 86400000 AND coalesce((
    SELECT next.opened_at FROM episode next
    WHERE next.violation_id = e.violation_id AND next.number = e.number + 1
  ) <= e.closed_at + 30 * 86400000, 0) AS numerator,
  e.closed_at <= c.as_of - 30 * 86400000 AS denominator,
  CASE WHEN e.closed_at > c.as_of - 30 * 86400000 THEN 'too young' END AS class, NULL AS amount
FROM counted_episode e CROSS JOIN temp.clock c WHERE e.reason = 1 AND e.closed_in_window;
