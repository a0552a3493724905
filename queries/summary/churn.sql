-- Question: which control was each verified episode of, and which version of which workflow had "fixed" it?
-- Columns of episode_row, to be read beside the measures: NULL for other episodes, and where no change was applied
-- in the episode; of several the last counts. Whether it came back is the measure recurrence_30d.
CASE WHEN reason = 1 THEN (SELECT v.control_id FROM violation v WHERE v.id = m.violation_id) END AS churn_control,
CASE WHEN reason = 1 AND last_applied_at IS NOT NULL THEN (
  SELECT t.workflow FROM tried t
  WHERE t.violation_id = m.violation_id AND t.applied AND t.ended_at = m.last_applied_at
  ORDER BY t.prefix LIMIT 1) END AS churn_workflow,
CASE WHEN reason = 1 AND last_applied_at IS NOT NULL THEN (
  SELECT t.workflow_version FROM tried t
  WHERE t.violation_id = m.violation_id AND t.applied AND t.ended_at = m.last_applied_at
  ORDER BY t.prefix LIMIT 1) END AS churn_version
