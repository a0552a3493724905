-- How long violations may stay open, in milliseconds, as the policy has it. `environment` NULL is for those
-- without a target of their own; a target judges the episodes opened from `effective` on.
CREATE TEMP TABLE sla_target(
  id INTEGER PRIMARY KEY, tier TEXT NOT NULL, severity INTEGER NOT NULL, environment TEXT,
  effective INTEGER NOT NULL, target INTEGER NOT NULL, objective REAL NOT NULL);
