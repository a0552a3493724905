-- How many episodes of each control were closed verified, and how many of those were followed by another?
CREATE TEMP TABLE control_tally(
  control_id INTEGER PRIMARY KEY, verified INTEGER NOT NULL, recurred INTEGER NOT NULL);
