-- Question: what is each control called?
-- Rows: one for each control, in the order of their first record.
--
-- family: closeout_control
-- type: info
-- help: What a control is called in its findings. Join on control_id.
-- labels: control_id, control_title
-- cap: control_id 500 drop
WITH titled AS (
  SELECT v.control_id, max(d.title) AS title
  FROM violation v
  JOIN violation_state s ON s.violation_id = v.id AND s.trusted
  JOIN finding f ON f.violation_id = v.id
  JOIN finding_state g ON g.finding_id = f.id
  JOIN description d ON d.id = g.description_id
  GROUP BY v.control_id
)
SELECT c.uid AS control_id, t.title AS control_title
FROM control c JOIN titled t ON t.control_id = c.id
ORDER BY c.id;
