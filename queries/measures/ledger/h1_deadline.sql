-- When had each episode to be closed, and was it? The rows of sla_episode, found by their episode.
CREATE TEMP TABLE deadline(
  violation_id INTEGER NOT NULL, number INTEGER NOT NULL, severity INTEGER NOT NULL, tier TEXT NOT NULL,
  state INTEGER NOT NULL, due_at INTEGER, decided_at INTEGER, met INTEGER NOT NULL,
  PRIMARY KEY (violation_id, number)
) WITHOUT ROWID;
