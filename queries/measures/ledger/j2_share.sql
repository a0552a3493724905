-- Which violations' episodes does this reading take? From a number on and before another: all of them, where the
-- reading is not shared with another.
CREATE TEMP TABLE share AS SELECT 0 AS from_violation, 9223372036854775807 AS to_violation;
