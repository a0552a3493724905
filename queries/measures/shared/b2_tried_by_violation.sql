-- Finds the attempts of a violation.
CREATE INDEX temp.tried_by_violation ON tried(violation_id);
