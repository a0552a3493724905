-- Question: which changes did gates judge in the window? One row an evaluation.
CREATE TEMP VIEW measured_gate AS
SELECT (SELECT min(b.violation_id) FROM about b WHERE b.position = e.position) AS violation_id,
  NULL AS number, NULL AS finding_id, e.position AS entry, e.gate_result, e.expires_at, c.as_of
FROM ledger_entry e CROSS JOIN temp.clock c
WHERE e.type = 15 AND e.conflicting = 0 AND e.event_time <= c.as_of
  AND (c.from_at IS NULL OR e.event_time >= c.from_at) AND (c.to_at IS NULL OR e.event_time < c.to_at);
