-- measure: judged
-- title: share of violations judged
-- definition: Violations with a verdict ÷ violations that opened.
-- formula: judged ÷ violations
-- window: by the opening of an episode
CASE WHEN is_last_opened THEN CASE WHEN verdict IN (2, 3, 4) THEN 3 ELSE 2 END END AS judged,
NULL,
NULL
