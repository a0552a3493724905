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
FROM control c
JOIN described s ON s.control_id = c.id
JOIN description d ON d.id = s.description_id
JOIN json_each(d.standards) j
GROUP BY c.id, j.value
ORDER BY c.id;
