-- Question: what do remediation ledgers say of a finding or of its violation up to as-of? Parameters: :id the
-- finding's number, :limit. The latest first, by the times and hashes of the records.
WITH about AS (
  SELECT e.position FROM finding f JOIN ledger_entry e ON e.subject_hash = f.uid_hash
  WHERE f.id = :id AND e.subject_kind = 1 AND (e.product_id IS NULL OR e.product_id = f.product_id)
  UNION
  SELECT e.position FROM finding f JOIN violation v ON v.id = f.violation_id
  JOIN ledger_entry e ON e.subject_hash = v.subject_hash
  WHERE f.id = :id AND e.subject_kind = 2
  UNION
  SELECT e.position FROM finding f JOIN violation_subject s ON s.violation_id = f.violation_id
  JOIN ledger_entry e ON e.subject_hash = s.subject_hash
  WHERE f.id = :id AND e.subject_kind = 2
)
SELECT e.type, e.event_time, e.mode, e.executor, e.workflow, e.workflow_version, e.outcome, e.reason,
  e.trigger, e.lane, e.decision, e.verdict, e.reviewed_by, e.actor, e.team, e.ticket, e.due_at,
  e.expires_at, e.gate_result
FROM about
JOIN ledger_entry e ON e.position = about.position
WHERE e.conflicting = 0 AND e.event_time <= (SELECT as_of FROM temp.clock)
ORDER BY e.event_time DESC, e.prefix < 0 DESC, e.prefix DESC
LIMIT :limit;
