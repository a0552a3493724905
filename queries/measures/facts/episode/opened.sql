-- measure: opened
-- title: episodes opened
-- definition: Episodes that opened; reopened are those after the first of a violation.
-- formula: count
-- window: by opening
CASE WHEN opened_in_window THEN 3 END AS opened,
CASE WHEN number > 1 THEN 'reopened' ELSE 'first' END,
NULL
