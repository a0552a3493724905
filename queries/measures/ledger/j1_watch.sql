-- Question: until when is anything watched? The clock, and the end of its window or as-of, whichever is
-- earlier.
CREATE TEMP TABLE watch AS
SELECT as_of, from_at, to_at, min(coalesce(to_at, as_of), as_of) AS until FROM temp.clock;
