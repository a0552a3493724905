-- Question: which lane did the latest decision about the control and resource of each violation name, where
-- it is later than what was decided about its findings?
INSERT INTO temp.violation_lane(violation_id, lane, event_time, prefix)
SELECT v.id,
  CASE WHEN e.lane IN ('prevent', 'repair', 'drift-correct', 'escalate') THEN e.lane ELSE 'none' END,
  e.event_time, e.prefix
FROM ledger_entry e NOT INDEXED
CROSS JOIN violation v ON v.subject_hash = e.subject_hash
WHERE e.type = 1 AND e.conflicting = 0 AND e.subject_kind = 2 AND e.lane IS NOT NULL
  AND e.event_time <= (SELECT as_of FROM temp.clock)
ON CONFLICT (violation_id) DO UPDATE
SET lane = excluded.lane, event_time = excluded.event_time, prefix = excluded.prefix
WHERE (excluded.event_time, excluded.prefix < 0, excluded.prefix) > (event_time, prefix < 0, prefix);
