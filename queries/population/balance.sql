-- Question: do the episodes in scope reconcile? What was carried in and opened, and each way of ending, every
-- one counted by its own condition. One row.
SELECT
  count(*) FILTER (WHERE e.carried_in) AS carried_in,
  count(*) FILTER (WHERE NOT e.carried_in) AS opened,
  count(*) FILTER (WHERE NOT e.carried_in AND e.number > 1) AS reopened,
  count(*) FILTER (WHERE e.defect IS NULL AND e.ended AND e.reason = 1) AS verified,
  count(*) FILTER (WHERE e.defect IS NULL AND e.ended AND e.reason = 2) AS suppressed,
  count(*) FILTER (WHERE e.defect IS NULL AND e.ended AND e.reason = 3) AS false_positive,
  count(*) FILTER (WHERE e.defect IS NULL AND e.ended AND e.reason = 4) AS benign,
  count(*) FILTER (WHERE e.defect IS NULL AND e.ended AND e.reason = 5) AS resource_gone,
  count(*) FILTER (WHERE e.defect IS NULL AND e.ended AND e.reason = 6) AS superseded,
  count(*) FILTER (WHERE e.defect IS NULL AND e.ended AND e.reason = 7) AS control_disabled,
  count(*) FILTER (WHERE e.defect IS NULL AND e.ended AND e.reason = 8) AS archived,
  count(*) FILTER (WHERE e.defect IS NULL AND NOT e.ended AND e.claimed) AS claimed,
  count(*) FILTER (WHERE e.defect IS NOT NULL) AS time_defect,
  count(*) FILTER (WHERE e.defect IS NULL AND NOT e.ended AND NOT e.claimed) AS open
FROM temp.population_scope p
JOIN population_episode e ON e.violation_id = p.id;
