-- The words for severities, as code_label has them, found by their number alone.
CREATE TEMP TABLE severity_name(severity INTEGER PRIMARY KEY, name TEXT NOT NULL);
