-- Writes how a finding stands that was not folded before. Parameters in the order of the columns.
INSERT OR FAIL INTO finding_state(finding_id, description_id, first_event, last_event, severity,
  workflow, compliance, record_state, failing)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
