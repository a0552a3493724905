-- Question: which descriptions do the findings of each control have?
INSERT OR IGNORE INTO temp.described(control_id, description_id)
SELECT v.control_id, g.description_id
FROM finding_state g
CROSS JOIN finding f ON f.id = g.finding_id
CROSS JOIN violation_state s ON s.violation_id = f.violation_id AND s.trusted
CROSS JOIN violation v ON v.id = f.violation_id
WHERE g.description_id IS NOT NULL;
