-- Finds the entries of people on a violation.
CREATE INDEX temp.human_entry_by_violation ON human_entry(violation_id, at);
