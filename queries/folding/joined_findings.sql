-- Question: which violation does each finding belong to? By finding.
SELECT id, violation_id FROM finding WHERE violation_id IS NOT NULL ORDER BY id;
