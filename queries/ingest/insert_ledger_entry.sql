-- Keeps what a ledger entry says. Parameters in the order of the columns.
INSERT INTO ledger_entry(position, prefix, pipeline_id, uid, uid_hash, conflicting, type, event_time,
  subject_kind, subject_hash, product_id, correlation, attempt, mode, executor, workflow, workflow_version, started_at,
  ended_at, outcome, reason, trigger, lane, decision, verdict, reviewed_by, actor, team, ticket, due_at,
  expires_at, gate_result, chain_sequence, chain_previous, chain_hash, chain_intact)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
  ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36);
