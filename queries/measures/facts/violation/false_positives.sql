-- measure: false_positives
-- title: false-positive rate
-- definition: Violations judged false positive ÷ violations judged at all (true, false, benign), by the
--   latest verdict of a source or of a reviewed entry. A suppression alone is no verdict.
-- formula: false positive ÷ judged
-- window: by the verdict
CASE WHEN trusted AND verdict IN (2, 3, 4) AND (from_at IS NULL OR judged_at >= from_at)
  AND (to_at IS NULL OR judged_at < to_at) THEN CASE WHEN verdict = 3 THEN 3 ELSE 2 END
END AS false_positives,
CASE verdict WHEN 2 THEN 'true_positive' WHEN 3 THEN 'false_positive' ELSE 'benign' END,
NULL
