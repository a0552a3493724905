-- Writes how a violation stands that may have been folded before, as insert_violation_state.sql does.
INSERT INTO violation_state(violation_id, last_event, state, severity, trusted,
  verdict, judged_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (violation_id) DO UPDATE
SET last_event = excluded.last_event, state = excluded.state, severity = excluded.severity,
  trusted = excluded.trusted, verdict = excluded.verdict, judged_at = excluded.judged_at;
