-- Question: which findings show a violation, how do they stand, and where is the newest head of each in the
-- log? Parameter: :violation. In the order of their names.
SELECT f.id, f.uid, p.arn, s.workflow, s.failing, s.last_event,
  d.standards, d.requirements,
  (SELECT h.position FROM head h WHERE h.finding_id = f.id ORDER BY h.sequence DESC LIMIT 1) AS head
FROM finding f
JOIN product p ON p.id = f.product_id
JOIN finding_state s ON s.finding_id = f.id
LEFT JOIN description d ON d.id = s.description_id
WHERE f.violation_id = :violation
ORDER BY f.uid, p.arn;
