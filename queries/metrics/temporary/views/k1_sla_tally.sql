-- How many deadlines were met and missed? `decided` 1 where that is certain, `overdue` 1 where the violation
-- is still open or claimed; `since` is the begin of the shortest window of `recent` in which it became
-- certain, 0 where it is in none.
CREATE TEMP TABLE sla_tally(
  severity INTEGER NOT NULL, tier TEXT NOT NULL, decided INTEGER NOT NULL, met INTEGER NOT NULL,
  overdue INTEGER NOT NULL, since INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (severity, tier, decided, met, overdue, since)
) WITHOUT ROWID;
