-- How long did the episodes take that were closed verified? By severity, whether an automatic attempt had
-- succeeded within them, and bucket; `total` in milliseconds.
CREATE TEMP TABLE remediation_tally(
  severity INTEGER NOT NULL, automatic INTEGER NOT NULL, above INTEGER NOT NULL, n INTEGER NOT NULL,
  total INTEGER NOT NULL, PRIMARY KEY (severity, automatic, above)
) WITHOUT ROWID;
