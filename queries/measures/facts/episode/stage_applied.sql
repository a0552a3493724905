-- measure: stage_applied
-- title: opened to applied change
-- definition: From the opening of an episode to the end of the first enforced attempt within it that
--   succeeded, automatic or human.
-- formula: Σ (applied − opened) ÷ episodes with an applied change
-- window: by the end of the attempt
-- amount: milliseconds from opening to the applied change
CASE WHEN defect IS NULL AND applied_at IS NOT NULL AND (from_at IS NULL OR applied_at >= from_at)
  AND (to_at IS NULL OR applied_at < to_at) THEN 3
END AS stage_applied,
NULL,
applied_at - opened_at
