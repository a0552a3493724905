-- Finds by how much the deadline of an episode was moved: one row, so that who does not ask need not look.
CREATE UNIQUE INDEX temp.sla_moved_by_episode ON sla_moved(violation_id, number);
