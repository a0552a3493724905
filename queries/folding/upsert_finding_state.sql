-- Writes how a finding stands that may have been folded before. Parameters in the order of the columns.
INSERT INTO finding_state(finding_id, description_id, first_event, last_event, severity,
  workflow, compliance, record_state, failing)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (finding_id) DO UPDATE
SET description_id = excluded.description_id, first_event = excluded.first_event, last_event = excluded.last_event,
  severity = excluded.severity, workflow = excluded.workflow, compliance = excluded.compliance,
  record_state = excluded.record_state, failing = excluded.failing;
