-- Question: which findings may now belong to another violation than before? By finding.
SELECT u.finding_id, f.violation_id
FROM unfolded u JOIN finding f ON f.id = u.finding_id
ORDER BY u.finding_id;
