-- Finds by how much the deadline of an episode was moved.
CREATE INDEX temp.sla_moved_by_episode ON sla_moved(violation_id, number);
