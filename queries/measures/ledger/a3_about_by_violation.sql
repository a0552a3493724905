-- Finds the entries about a violation.
CREATE INDEX temp.about_by_violation ON about(violation_id);
