-- Question: since when is each violation open that is open now, with possible times?
CREATE TEMP TABLE open_episode AS
SELECT e.severity, e.opened_at FROM counted_episode e WHERE e.state = 1 AND e.defect IS NULL;
