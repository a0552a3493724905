-- Question: which control was each episode of that was followed for 30 days after its fix, and which version
-- of which workflow had "fixed" it? Columns of measured_episode, to be read beside the measures: NULL for
-- other episodes, and where no change was applied in the episode; of several the last counts. Whether it came
-- back is the measure recurrence_30d.
CASE WHEN reason = 1 AND closed_in_window AND closed_at <= as_of - 30 * 86400000 THEN (
  SELECT v.control_id FROM violation v WHERE v.id = m.violation_id) END AS churn_control,
CASE WHEN reason = 1 AND last_applied_at IS NOT NULL THEN (
  SELECT t.workflow FROM tried t
  WHERE t.violation_id = m.violation_id AND t.applied AND t.ended_at = m.last_applied_at
  ORDER BY t.prefix LIMIT 1) END AS churn_workflow,
CASE WHEN reason = 1 AND last_applied_at IS NOT NULL THEN (
  SELECT t.workflow_version FROM tried t
  WHERE t.violation_id = m.violation_id AND t.applied AND t.ended_at = m.last_applied_at
  ORDER BY t.prefix LIMIT 1) END AS churn_version
