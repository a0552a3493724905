-- measure: sla
-- title: service level
-- definition: Closed verified by the deadline ÷ that, or deadline passed while open or claimed. The deadline
--   is that of the policy in force when the episode opened, moved by exceptions by their own span. Every
--   other close before the deadline is left out.
-- formula: met ÷ decided
-- window: by the decision: the close, or the deadline that passed
CASE WHEN decided_at IS NULL THEN 0
  WHEN (from_at IS NULL OR decided_at >= from_at) AND (to_at IS NULL OR decided_at < to_at)
    THEN CASE WHEN met THEN 3 ELSE 2 END
END AS sla,
CASE WHEN defect IS NOT NULL THEN defect_name WHEN tier IS NULL THEN 'no target'
  WHEN decided_at IS NOT NULL THEN tier
  WHEN state = 3 THEN 'closed otherwise' ELSE 'running' END,
NULL
