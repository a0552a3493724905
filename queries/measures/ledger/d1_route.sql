-- Question: which lane does each violation belong in? That of its latest decision, else that of the policy
-- for its control and environment; NULL for none.
CREATE TEMP VIEW violation_route AS
SELECT v.id AS violation_id, coalesce(nullif(l.lane, 'none'), (
    SELECT a.lane FROM temp.control_action a
    WHERE (a.control = c.uid OR a.control IS NULL)
      AND (a.environment IS NULL OR a.environment = (
        SELECT p.environment FROM violation_environment p WHERE p.violation_id = v.id))
    ORDER BY a.control IS NULL, a.environment IS NULL LIMIT 1
  )) AS lane
FROM violation v
JOIN control c ON c.id = v.control_id
LEFT JOIN violation_lane l ON l.violation_id = v.id;
