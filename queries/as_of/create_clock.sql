-- The instant and the window that a reader asked for; every query may read this one row.
CREATE TEMP TABLE clock(as_of INTEGER NOT NULL, from_at INTEGER, to_at INTEGER);
