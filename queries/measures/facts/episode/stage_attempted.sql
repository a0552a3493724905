-- measure: stage_attempted
-- title: opened to first attempt
-- definition: From the opening of an episode to the begin of the first enforced attempt, automatic or human,
--   that ended within it.
-- formula: Σ (first attempt − opened) ÷ episodes with an attempt
-- window: by the begin of the attempt
-- amount: milliseconds from opening to the begin of the attempt
CASE WHEN defect IS NULL AND attempted_at IS NOT NULL AND (from_at IS NULL OR attempted_at >= from_at)
  AND (to_at IS NULL OR attempted_at < to_at) THEN 3
END AS stage_attempted,
NULL,
attempted_at - opened_at
