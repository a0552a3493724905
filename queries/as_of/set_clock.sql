-- Sets the clock. Parameters: 1 as-of, 2 the window's begin or NULL, 3 its end or NULL.
INSERT INTO temp.clock(as_of, from_at, to_at) VALUES (?1, ?2, ?3);
