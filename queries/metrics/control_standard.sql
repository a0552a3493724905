-- Question: which standards is each control part of?
-- Rows: one for each control and standard; controls in the order of their first record.
--
-- family: closeout_control_standard
-- type: info
-- help: A standard that a control is part of; one series for each pair.
-- labels: control_id, standard
-- cap: control_id 500 drop

-- json_each is SQLite's; Spark SQL says explode(from_json(d.standards, 'array<string>')).
SELECT c.uid AS control_id, j.value AS standard
FROM (
  SELECT DISTINCT v.control_id, d.standards
  FROM violation v
  JOIN violation_state s ON s.violation_id = v.id AND s.trusted
  JOIN finding f ON f.violation_id = v.id
  JOIN finding_state g ON g.finding_id = f.id
  JOIN description d ON d.id = g.description_id
) p
JOIN control c ON c.id = p.control_id
CROSS JOIN json_each(p.standards) j
GROUP BY c.id, j.value
ORDER BY c.id;
