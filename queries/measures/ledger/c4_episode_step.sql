-- What happened within each episode, as a ledger tells it? Milliseconds since 1970: the first assignment, the
-- begin of the first enforced attempt that ended within it, the ends of the first and the last that succeeded;
-- `by_person` 1 where a person had a hand in it since the close before. Episodes without any are not listed.
CREATE TEMP TABLE episode_step(
  violation_id INTEGER NOT NULL, number INTEGER NOT NULL, assigned_at INTEGER, attempted_at INTEGER,
  applied_at INTEGER, last_applied_at INTEGER, by_person INTEGER NOT NULL, PRIMARY KEY (violation_id, number)
) WITHOUT ROWID;
