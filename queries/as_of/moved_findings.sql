-- Question: which findings named more than one violation, and one of them after an instant?
-- Parameter: 1 the instant. By finding.
SELECT m.finding_id, f.violation_id
FROM moved_finding m JOIN finding f ON f.id = m.finding_id
WHERE EXISTS (SELECT 1 FROM observation o WHERE o.finding_id = m.finding_id AND o.event_time > ?1)
ORDER BY m.finding_id;
