-- Writes one episode. Parameters in the order of the columns.
INSERT OR FAIL INTO episode(violation_id, number, opened_at, opened_by, opening_estimated, severity, state,
  claimed_at, closed_at, closed_by, closing_estimated, reason, weak, contradictions, time_defect)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);
