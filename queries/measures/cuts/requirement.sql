-- Cuts by requirement: those that a finding of the violation names, and those of the policy's frameworks.
INSERT INTO temp.cut(violation, episode, cell)
SELECT f.violation_id, NULL, j.value
FROM finding f
JOIN finding_state s ON s.finding_id = f.id
JOIN description d ON d.id = s.description_id
JOIN json_each(d.requirements) j
WHERE f.violation_id IS NOT NULL
UNION
SELECT v.id, NULL, p.framework || '/' || p.requirement
FROM violation v
JOIN control c ON c.id = v.control_id
JOIN temp.framework_control p ON p.control = c.uid;
