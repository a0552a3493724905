-- measure: stage_assigned
-- title: opened to assigned
-- definition: From the opening of an episode to the first assignment within it.
-- formula: Σ (assigned − opened) ÷ episodes assigned
-- window: by the assignment
-- amount: milliseconds from opening to the assignment
CASE WHEN defect IS NULL AND assigned_at IS NOT NULL AND (from_at IS NULL OR assigned_at >= from_at)
  AND (to_at IS NULL OR assigned_at < to_at) THEN 3
END AS stage_assigned,
NULL,
assigned_at - opened_at
