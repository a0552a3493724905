-- Question: what is each control called?
-- Rows: one for each control, in the order of their first record.
--
-- family: closeout_control
-- type: info
-- help: What a control is called in its findings. Join on control_id.
-- labels: control_id, control_title
-- cap: control_id 500 drop
SELECT c.uid AS control_id, max(d.title) AS control_title
FROM control c
JOIN described s ON s.control_id = c.id
JOIN description d ON d.id = s.description_id
GROUP BY c.id
ORDER BY c.id;
