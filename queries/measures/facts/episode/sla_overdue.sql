-- measure: sla_overdue
-- title: overdue now
-- definition: Violations open or claimed whose deadline has passed.
-- formula: overdue ÷ open or claimed with a deadline
-- window: none: as of the instant
-- amount: milliseconds past the deadline; negative before it
CASE WHEN tier IS NOT NULL AND state IN (1, 2) THEN
  CASE WHEN due_at <= as_of THEN 3 ELSE 2 END
END AS sla_overdue,
tier,
as_of - due_at
