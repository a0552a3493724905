-- Notes an earlier envelope of a record. Parameters: 1 the position, 2 the envelope's time.
UPDATE record SET envelope_time = ?2 WHERE position = ?1;
