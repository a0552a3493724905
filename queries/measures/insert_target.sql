-- Adds a target of the policy. Parameters: :tier, :severity, :environment and :risk or NULL, :precision,
-- :effective and :until or NULL for from the beginning and for ever, :target in milliseconds, :objective as a
-- share.
INSERT INTO temp.sla_target(tier, severity, environment, risk, precision, effective, until, target, objective)
VALUES (:tier, :severity, :environment, :risk, :precision, coalesce(:effective, -9223372036854775808),
  coalesce(:until, 9223372036854775807), :target, :objective);
