-- Finds the cells of a violation.
CREATE INDEX temp.cut_by_violation ON cut(violation);
