-- Question: how many episodes of each control were closed verified, and how many of those were followed by
-- another? Row by row, as episode_tally.
INSERT INTO temp.control_tally(control_id, verified, recurred)
SELECT v.control_id, 1, EXISTS (
    SELECT 1 FROM episode next WHERE next.violation_id = e.violation_id AND next.number = e.number + 1)
FROM counted_episode e CROSS JOIN violation v ON v.id = e.violation_id
WHERE e.reason = 1
ON CONFLICT DO UPDATE SET verified = verified + 1, recurred = recurred + excluded.recurred;
