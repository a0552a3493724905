-- Question: which runs of attempts went in circles in the window? One row for each of remediation_loop.
CREATE TEMP VIEW measured_loop AS
SELECT o.violation_id, t.number, NULL AS finding_id, o.attempt AS entry
FROM remediation_loop o
JOIN tried t ON t.position = o.attempt
CROSS JOIN temp.clock c
WHERE (c.from_at IS NULL OR o.looped_at >= c.from_at) AND (c.to_at IS NULL OR o.looped_at < c.to_at);
