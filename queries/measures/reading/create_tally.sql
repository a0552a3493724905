-- How many cases of a measure are there, by cell, class and where they count? NULL stands as an empty blob,
-- which no text equals, because NULLs are never the same.
CREATE TEMP TABLE measure_tally(
  cell NOT NULL, class NOT NULL, numerator INTEGER NOT NULL, denominator INTEGER NOT NULL,
  n INTEGER NOT NULL, total INTEGER NOT NULL, PRIMARY KEY (cell, class, numerator, denominator)
) WITHOUT ROWID;
