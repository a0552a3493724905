-- Marks the violations with a record later than an instant: their state then differs from today's.
-- Parameter: 1 the instant.
INSERT OR IGNORE INTO temp.touched_violation(id)
SELECT violation_id FROM violation_state WHERE last_event > ?1;
