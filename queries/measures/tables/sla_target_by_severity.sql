-- Finds the targets of a severity, the most precise first.
CREATE INDEX temp.sla_target_by_severity ON sla_target(severity, precision DESC);
