-- Question: which findings are known? One row for each, with the last episode of its violation.
CREATE TEMP VIEW measured_finding AS
SELECT f.violation_id, (SELECT max(e.number) FROM episode e WHERE e.violation_id = f.violation_id) AS number,
  s.finding_id, NULL AS entry
FROM finding_state s CROSS JOIN finding f ON f.id = s.finding_id;
