-- Question: how long did each episode take that was closed verified in the window, and is there a reason
-- to leave it out? Milliseconds; the shortest first.
SELECT duration, defect FROM counted_episode WHERE reason = 1 AND closed_in_window ORDER BY duration;
