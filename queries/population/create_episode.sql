-- The episodes that were open for some time in the window, and how each stood at its end. `carried_in` 1 where it
-- opened before the window; `ended` 1 where it closed before the window's end; `claimed` 1 where a claim stood then;
-- `defect` as in counted_episode.
CREATE TEMP VIEW population_episode AS
SELECT e.violation_id, e.number, e.opened_at, e.closed_at, e.severity, e.reason, e.defect, e.contradictions,
  coalesce(e.opened_at < k.from_at, 0) AS carried_in,
  e.closed_at IS NOT NULL AND (k.to_at IS NULL OR e.closed_at < k.to_at) AS ended,
  CASE WHEN k.to_at IS NULL THEN e.state = 2 ELSE EXISTS (
    SELECT 1 FROM claim c
    WHERE c.violation_id = e.violation_id AND c.episode = e.number
      AND c.claimed_at < k.to_at AND (c.settled_at IS NULL OR c.settled_at >= k.to_at)) END AS claimed
FROM counted_episode e CROSS JOIN temp.clock k
WHERE (k.to_at IS NULL OR e.opened_at < k.to_at)
  AND (k.from_at IS NULL OR e.closed_at IS NULL OR e.closed_at >= k.from_at OR e.opened_at >= k.from_at);
