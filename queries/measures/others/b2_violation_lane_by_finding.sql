-- Question: which lane did the latest decision about a finding of each violation name? Row by row, so that
-- nothing is sorted; of two decisions at one instant the larger hash counts.
INSERT INTO temp.violation_lane(violation_id, lane, event_time, prefix)
SELECT f.violation_id,
  CASE WHEN e.lane IN ('prevent', 'repair', 'drift-correct', 'escalate') THEN e.lane ELSE 'none' END,
  e.event_time, e.prefix
-- In the order of the rows: an index on what they are about would fetch each of them from another page.
FROM ledger_entry e NOT INDEXED
CROSS JOIN finding f ON f.uid_hash = e.subject_hash AND (e.product_id IS NULL OR e.product_id = f.product_id)
WHERE e.type = 1 AND e.conflicting = 0 AND e.subject_kind = 1 AND e.lane IS NOT NULL
  AND f.violation_id IS NOT NULL AND e.event_time <= (SELECT as_of FROM temp.clock)
ON CONFLICT (violation_id) DO UPDATE
SET lane = excluded.lane, event_time = excluded.event_time, prefix = excluded.prefix
WHERE (excluded.event_time, excluded.prefix < 0, excluded.prefix) > (event_time, prefix < 0, prefix);
