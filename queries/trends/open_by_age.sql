-- Question: how many violations are open and claimed, by severity and age? `age_class` 0 has an impossible
-- time, 1 is younger than 7 days, 2 than 30, 3 than 90, 4 than 180, 5 is older; `state` 1 open, 2 claimed.
-- By severity, the worst first, then by state and age.
SELECT severity, state,
  CASE
    WHEN defect IS NOT NULL THEN 0
    WHEN as_of - opened_at < 7 * 86400000 THEN 1
    WHEN as_of - opened_at < 30 * 86400000 THEN 2
    WHEN as_of - opened_at < 90 * 86400000 THEN 3
    WHEN as_of - opened_at < 180 * 86400000 THEN 4
    ELSE 5
  END AS age_class,
  count(*) AS violations
FROM counted_episode, temp.clock
WHERE state IN (1, 2)
GROUP BY 1, 2, 3 ORDER BY severity DESC, state, age_class;
