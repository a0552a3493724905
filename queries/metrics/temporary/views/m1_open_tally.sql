-- How many violations are open now, by what they are counted by?
CREATE TEMP TABLE open_tally(
  account_id INTEGER NOT NULL, severity INTEGER NOT NULL, lane TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (account_id, severity, lane)
) WITHOUT ROWID;
