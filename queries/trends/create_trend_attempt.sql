-- Keeps the attempts that ended since :from for the reader's own use: finding the last line about each of
-- them is the dear part, and two questions need it.
CREATE TEMP TABLE IF NOT EXISTS trend_attempt AS
SELECT position, violation_id, mode, executor, outcome, started_at, ended_at
FROM attempt
WHERE ended_at >= :from;
