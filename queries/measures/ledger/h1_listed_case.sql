-- The cases of one measure, to be listed with the findings behind them; `standing` as in
-- queries/measures/facts.
CREATE TEMP TABLE listed_case(
  violation_id INTEGER, number INTEGER, finding_id INTEGER, entry INTEGER, standing INTEGER NOT NULL,
  class TEXT, amount INTEGER);
