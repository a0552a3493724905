-- Finds what an entry is about.
CREATE INDEX temp.about_by_position ON about(position);
