-- Finds the deadline of an episode.
CREATE INDEX temp.sla_due_by_episode ON sla_due(violation_id, number);
