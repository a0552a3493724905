-- Which episodes had an enforced automatic attempt that succeeded within them?
CREATE TEMP TABLE automatic_episode(
  violation_id INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (violation_id, number)
) WITHOUT ROWID;
