-- measure: coverage
-- title: coverage
-- definition: Findings of violations that opened, in a lane of the automation (repair, drift-correct), that
--   reached an enforced automatic attempt ÷ all of them. Findings in another lane or in none are left out.
-- formula: reached an attempt ÷ eligible
-- window: by the opening of an episode
CASE WHEN lane IN ('repair', 'drift-correct') THEN CASE WHEN reached THEN 3 ELSE 2 END ELSE 0 END AS coverage,
CASE WHEN lane IS NULL THEN 'no lane' WHEN lane NOT IN ('repair', 'drift-correct') THEN lane
  WHEN NOT reached THEN coalesce(reason_not_run, 'never tried') END,
NULL
