-- The cells that numbers are cut into, by violation; `episode` NULL is for every episode of it. A violation may
-- stand in several cells. No column has the name of one that measures read.
CREATE TEMP TABLE cut(violation INTEGER NOT NULL, episode INTEGER, cell TEXT NOT NULL);
