-- The violations that the running fold has to look at.
CREATE TEMP TABLE IF NOT EXISTS touched_violation(id INTEGER PRIMARY KEY) STRICT;
DELETE FROM temp.touched_violation;
