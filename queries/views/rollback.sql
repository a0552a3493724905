-- Question: what was rolled back? One row a rollback, up to as-of; `outcome` 1 succeeded, 2 failed.
CREATE TEMP VIEW rollback_entry AS
SELECT e.position, e.pipeline_id, e.attempt, e.event_time AS rolled_back_at, e.outcome, e.trigger,
  e.workflow, e.correlation, e.subject_kind, e.subject_hash, e.product_id
FROM ledger_entry e
WHERE e.type = 4 AND e.conflicting = 0 AND e.event_time <= (SELECT as_of FROM temp.clock);
