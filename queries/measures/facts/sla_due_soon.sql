-- measure: sla_due_soon
-- title: due within 7 days
-- definition: Violations open or claimed whose deadline falls in the next seven days.
-- formula: due soon ÷ open or claimed with a deadline
-- window: none: as of the instant
-- amount: milliseconds until the deadline; negative after it
CREATE TEMP VIEW measured AS
SELECT s.violation_id, s.number, NULL AS finding_id, NULL AS entry,
  coalesce(s.due_at > c.as_of AND s.due_at <= c.as_of + 7 * 86400000, 0) AS numerator, 1 AS denominator,
  s.tier AS class, s.due_at - c.as_of AS amount
FROM deadline s CROSS JOIN temp.clock c WHERE s.state IN (1, 2);
