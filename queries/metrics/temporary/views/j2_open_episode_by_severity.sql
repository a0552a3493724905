-- Finds the oldest, and those of an age.
CREATE INDEX temp.open_episode_by_severity ON open_episode(severity, opened_at);
