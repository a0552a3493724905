-- Question: which episodes did the scanner close in the longest window, with possible times?
CREATE TEMP TABLE recent_closing AS
SELECT e.severity, e.closed_at, e.duration
FROM counted_episode e
WHERE e.reason = 1 AND e.defect IS NULL AND e.closed_at >= (SELECT min(from_at) FROM recent)
  AND e.closed_at < (SELECT max(to_at) FROM recent);
