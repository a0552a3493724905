-- Question: what is stored of a ledger entry beside its bytes, with the names that its numbers stand for?
-- `conflicting` is 1 where the mark differs from what the other lines of the event say.
-- Parameter: 1 the position. At most one row; the columns in the order of StoredColumns.
SELECT l.uri AS pipeline, e.uid, e.uid_hash,
  e.conflicting <> EXISTS (
    SELECT 1 FROM ledger_entry o
    WHERE o.uid_hash = e.uid_hash AND o.pipeline_id = e.pipeline_id AND o.uid = e.uid
      -- Hashes are compared without a sign.
      AND (o.prefix < 0, o.prefix) < (e.prefix < 0, e.prefix)) AS conflicting,
  e.type, e.event_time, e.subject_kind, e.subject_hash, p.arn AS product, e.correlation, e.attempt, e.mode,
  e.executor, e.workflow, e.workflow_version, e.started_at, e.ended_at, e.outcome, e.reason, e.trigger, e.lane,
  e.decision, e.verdict, e.reviewed_by, e.actor, e.team, e.ticket, e.due_at, e.expires_at, e.gate_result,
  e.chain_sequence, e.chain_previous, e.chain_hash, e.chain_intact
FROM ledger_entry e
LEFT JOIN pipeline l ON l.id = e.pipeline_id
LEFT JOIN product p ON p.id = e.product_id
WHERE e.position = ?1;
