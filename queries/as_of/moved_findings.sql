-- Question: which findings named more than one violation, and one of them after an instant or in a record
-- that was not known? Parameters: 1 the instant, 2 the position of the first record that was not known. By
-- finding.
SELECT m.finding_id, f.violation_id
FROM moved_finding m JOIN main.finding f ON f.id = m.finding_id
WHERE EXISTS (
  SELECT 1 FROM main.observation o
  WHERE o.finding_id = m.finding_id AND (o.event_time > ?1 OR o.position >= ?2))
ORDER BY m.finding_id;
