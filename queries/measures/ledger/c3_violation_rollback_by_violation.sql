-- Finds the rollbacks of a violation.
CREATE INDEX temp.violation_rollback_by_violation ON violation_rollback(violation_id, at);
