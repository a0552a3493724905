-- How long violations may stay open, in milliseconds, as the policy has it. `environment` and `risk` NULL are
-- for those without a target of their own; of several targets that fit, the one with the highest `precision`
-- counts. A target judges the episodes opened from `effective` on and before `until`.
CREATE TEMP TABLE sla_target(
  id INTEGER PRIMARY KEY, tier TEXT NOT NULL, severity INTEGER NOT NULL, environment TEXT, risk TEXT,
  precision INTEGER NOT NULL, effective INTEGER NOT NULL, until INTEGER NOT NULL, target INTEGER NOT NULL,
  objective REAL NOT NULL);
