-- Hides the records from a position of the log on. Parameter: 1 the position.
UPDATE temp.clock SET known_before = ?1;
