-- How many episodes are there of each kind? A dozen families share it. `reason` 0 while it is not closed.
CREATE TEMP TABLE episode_tally(
  severity INTEGER NOT NULL, reason INTEGER NOT NULL, reopened INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (severity, reason, reopened)
) WITHOUT ROWID;
