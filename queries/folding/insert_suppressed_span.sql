-- Writes one span in which an episode was suppressed or judged away. Parameters in the order of the columns.
INSERT INTO suppressed_span(violation_id, episode, ordinal, from_at, to_at, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
