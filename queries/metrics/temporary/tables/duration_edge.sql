-- The buckets of durations: those above `above` and up to `upto`, in milliseconds; `le` is the upper limit
-- in seconds, NULL for the last bucket.
CREATE TEMP TABLE duration_edge(upto INTEGER PRIMARY KEY, above INTEGER NOT NULL, le REAL);
