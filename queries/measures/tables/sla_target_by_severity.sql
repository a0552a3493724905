-- Finds the targets of a severity, the most precise first, without a look at their rows.
CREATE INDEX temp.sla_target_by_severity
ON sla_target(severity, precision DESC, effective, until, environment, risk);
