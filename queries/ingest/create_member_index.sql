-- By what the observations of one finding are found, and which of them a record is that comes again. The first fold of
-- a store needs it only where findings may have moved from one violation to another.
CREATE INDEX IF NOT EXISTS observation_by_finding ON observation(finding_id, prefix);
