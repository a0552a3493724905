-- Empty tables, private to one reader, in the place of those that the fold writes: folding up to an
-- earlier instant then uses the same statements as folding up to now.
CREATE TEMP TABLE episode AS SELECT * FROM main.episode WHERE 0;
CREATE TEMP TABLE claim AS SELECT * FROM main.claim WHERE 0;
CREATE TEMP TABLE suppressed_span AS SELECT * FROM main.suppressed_span WHERE 0;
CREATE TEMP TABLE violation_state(
  violation_id INTEGER PRIMARY KEY, last_event INTEGER, state INTEGER, severity INTEGER, trusted INTEGER,
  verdict INTEGER, judged_at INTEGER);
CREATE TEMP TABLE finding_state(
  finding_id INTEGER PRIMARY KEY, description_id INTEGER, first_event INTEGER, last_event INTEGER,
  severity INTEGER, workflow INTEGER, compliance INTEGER, record_state INTEGER, failing INTEGER);
