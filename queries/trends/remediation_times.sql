-- Question: how long did each episode take that was closed verified from :from until before :to, impossible
-- times left out? Milliseconds; the shortest first.
SELECT duration FROM counted_episode
WHERE reason = 1 AND defect IS NULL AND closed_at >= :from AND closed_at < :to
ORDER BY duration;
