-- By what folded violations are found again; made after the first fold, when its rows are there.
CREATE INDEX IF NOT EXISTS violation_state_by_event ON violation_state(last_event);
