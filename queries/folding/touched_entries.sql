-- Question: which attempts, rollbacks and verdicts name a finding of the touched violations?
-- Parameters: 1 the latest event time that counts, 2 the first position
-- that does not. By violation, then finding.
SELECT t.id, f.id, e.position, e.prefix, e.type, e.event_time, e.pipeline_id, e.attempt, e.mode,
  e.outcome, e.ended_at, e.verdict, e.reviewed_by
FROM temp.touched_violation t
CROSS JOIN finding f ON f.violation_id = t.id
CROSS JOIN main.ledger_entry e INDEXED BY ledger_entry_by_subject ON e.subject_hash = f.uid_hash
WHERE e.subject_kind = 1 AND e.type IN (2, 4, 6) AND e.conflicting = 0 AND e.event_time <= ?1
  AND e.position < ?2
  AND (e.product_id IS NULL OR e.product_id = f.product_id)
ORDER BY t.id, f.id;
