-- Cuts by product: those whose findings show the violation.
INSERT INTO temp.cut(violation, episode, cell)
SELECT DISTINCT f.violation_id, NULL, d.product
FROM finding f
JOIN finding_state s ON s.finding_id = f.id
JOIN description d ON d.id = s.description_id
WHERE f.violation_id IS NOT NULL;
