-- Question: how long did the episodes take that were closed verified? Row by row, as episode_tally.
INSERT INTO temp.remediation_tally(severity, automatic, above, n, total)
SELECT e.severity, EXISTS (
    SELECT 1 FROM automatic_episode a WHERE a.violation_id = e.violation_id AND a.number = e.number),
  (SELECT b.above FROM temp.duration_edge b WHERE b.upto >= e.duration ORDER BY b.upto LIMIT 1),
  1, e.duration
FROM counted_episode e
WHERE e.reason = 1 AND e.defect IS NULL
ON CONFLICT DO UPDATE SET n = n + 1, total = total + excluded.total;
