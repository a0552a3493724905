-- The words for the reasons of a close, as code_label has them, found by their number alone.
CREATE TEMP TABLE reason_name(reason INTEGER PRIMARY KEY, name TEXT NOT NULL);
