-- Adds a target of the policy. Parameters: :tier, :severity, :environment or NULL, :effective or NULL for
-- from the beginning, :target in milliseconds, :objective as a share.
INSERT INTO temp.sla_target(tier, severity, environment, effective, target, objective)
VALUES (:tier, :severity, :environment, coalesce(:effective, -9223372036854775808), :target, :objective);
