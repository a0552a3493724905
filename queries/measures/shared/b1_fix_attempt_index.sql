-- Finds the attempts of a violation.
CREATE INDEX temp.fix_attempt_by_violation ON fix_attempt(violation_id);
