-- What a day open counts in the exposure, by severity.
CREATE TEMP TABLE severity_weight(severity INTEGER PRIMARY KEY, weight INTEGER NOT NULL);
