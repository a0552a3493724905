-- Cuts by method: auto where an enforced automatic attempt succeeded within the episode.
INSERT INTO temp.cut(violation, episode, cell)
SELECT violation_id, number, method FROM episode_method;
