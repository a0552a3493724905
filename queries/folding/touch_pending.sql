-- Marks the violations that wait for a fold and fall to one of several readers, who take turns by their numbers.
-- Parameters: 1 how many numbers a turn has, 2 how many readers there are, 3 which of them this is, from 0.
INSERT INTO temp.touched_violation(id)
SELECT id FROM pending_violation WHERE (id / ?1) % ?2 = ?3;
