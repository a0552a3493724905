-- The lengths of time that the policy judges by, in milliseconds; one row. `verified_within` is V of the
-- definitions, `held_for` N; more than `loop_attempts` within `loop_within` are a loop.
CREATE TEMP TABLE policy_limit(
  verified_within INTEGER NOT NULL, held_for INTEGER NOT NULL, review_within INTEGER NOT NULL,
  loop_attempts INTEGER NOT NULL, loop_within INTEGER NOT NULL);
