-- Question: which lane does each violation belong in? That of its latest decision, else that of the policy
-- for its control and environment; NULL for none.
CREATE TEMP VIEW violation_route AS
SELECT v.id AS violation_id, coalesce(
  nullif(l.lane, 'none'),
  -- Asked once: a policy without lanes is not looked into for each violation.
  CASE WHEN EXISTS (SELECT 1 FROM control_lane) THEN (
    SELECT a.lane FROM control_lane a
    WHERE a.control_id = v.control_id
      AND (a.environment IS NULL OR a.environment = (
        SELECT p.environment FROM violation_environment p WHERE p.violation_id = v.id))
    ORDER BY a.place LIMIT 1
  ) END) AS lane
FROM violation v
LEFT JOIN violation_lane l ON l.violation_id = v.id;
