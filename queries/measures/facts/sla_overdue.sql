-- measure: sla_overdue
-- title: overdue now
-- definition: Violations open or claimed whose deadline has passed.
-- formula: overdue ÷ open or claimed with a deadline
-- window: none: as of the instant
-- amount: milliseconds past the deadline; negative before it
CREATE TEMP VIEW measured AS
SELECT s.violation_id, s.number, NULL AS finding_id, NULL AS entry,
  coalesce(s.due_at <= c.as_of, 0) AS numerator,
  1 AS denominator, s.tier AS class, c.as_of - s.due_at AS amount
FROM deadline s CROSS JOIN temp.clock c WHERE s.state IN (1, 2);
