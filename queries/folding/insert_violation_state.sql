-- Writes how a violation stands that was not folded before: state 0 never failed, 1 open, 2 claimed, 3 closed; severity
-- that of its last episode. Parameters in the order of the columns.
INSERT OR FAIL INTO violation_state(violation_id, last_event, state, severity, trusted,
  verdict, judged_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
