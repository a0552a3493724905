-- Writes one claim of an episode. Parameters in the order of the columns.
INSERT INTO claim(violation_id, episode, ordinal, origin, claimed_at, position, finding_id, outcome,
  settled_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
