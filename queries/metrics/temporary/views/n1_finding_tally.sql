-- How many findings are there of each severity and workflow status?
CREATE TEMP TABLE finding_tally(
  severity INTEGER NOT NULL, workflow INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (severity, workflow)
) WITHOUT ROWID;
