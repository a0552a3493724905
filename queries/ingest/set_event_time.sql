-- Dates an observation anew. Parameters: 1 the position, 2 the event time.
UPDATE observation SET event_time = ?2 WHERE position = ?1;
