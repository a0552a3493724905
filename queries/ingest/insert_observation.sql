-- Keeps what an observation says. Parameters in the order of the columns.
INSERT OR FAIL INTO observation(position, prefix, finding_id, violation_id, description_id, kind, event_time,
  latest_time, severity, compliance, prior_compliance, workflow, record_state, verdict, archival_cause,
  closed_by_product, updated_at, processed_at, note_updated_at, changed_at, started_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21);
