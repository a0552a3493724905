-- Finds the entries about a finding of a violation, without a look at their rows.
CREATE INDEX temp.about_by_violation ON about(violation_id, finding_id, type, at, to_review);
