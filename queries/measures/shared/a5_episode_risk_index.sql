-- Finds the risk of an episode.
CREATE INDEX temp.episode_risk_by_episode ON episode_risk(violation_id, number);
