-- The cells that numbers are cut into: `value` NULL for one whole. `number` NULL is for every episode of the
-- violation; a violation may stand in several cells.
CREATE TEMP TABLE cut(violation_id INTEGER NOT NULL, number INTEGER, value TEXT NOT NULL);
