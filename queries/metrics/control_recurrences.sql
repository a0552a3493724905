-- Question: how often did a violation of each control come back?
-- Rows: one for each control, zeros included, in the order of their first record.
--
-- family: closeout_control_recurrences
-- type: counter
-- help: Episodes of the control that opened after one closed verified. Controls beyond the cap are
--   added up under other. PromQL windows over it are by the time of recording.
-- labels: control_id
-- cap: control_id 500 other
SELECT c.uid AS control_id, coalesce(n.recurred, 0) AS value
FROM control c LEFT JOIN control_tally n ON n.control_id = c.id
ORDER BY c.id;
