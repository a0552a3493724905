-- measure: sla_due_soon
-- title: due within 7 days
-- definition: Violations open or claimed whose deadline falls in the next seven days.
-- formula: due soon ÷ open or claimed with a deadline
-- window: none: as of the instant
-- amount: milliseconds until the deadline; negative after it
CASE WHEN tier IS NOT NULL AND state IN (1, 2) THEN
  CASE WHEN due_at > as_of AND due_at <= as_of + 7 * 86400000 THEN 3 ELSE 2 END
END AS sla_due_soon,
tier,
due_at - as_of
