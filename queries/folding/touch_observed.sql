-- Marks the violations of findings observed since a position of the log. Parameter: 1 the position.
INSERT OR IGNORE INTO temp.touched_violation(id)
SELECT f.violation_id
FROM observation o JOIN finding f ON f.id = o.finding_id
WHERE o.position > ?1 AND f.violation_id IS NOT NULL;
