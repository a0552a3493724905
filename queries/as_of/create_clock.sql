-- The instant and the window that a reader asked for; every query may read this one row. Records from
-- `known_before` on had not been ingested yet; NULL where all had.
CREATE TEMP TABLE clock(as_of INTEGER NOT NULL, from_at INTEGER, to_at INTEGER, known_before INTEGER);
