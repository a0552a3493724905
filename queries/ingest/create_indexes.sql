-- By what the next run finds findings, heads and ledger entries again. A store has these indexes, and those of
-- create_member_index.sql and create_entry_indexes.sql, except while its first load is under way: made of all rows at
-- once they cost a fraction of what row after row does. The fold of a first load does without them: they are made
-- while it reads.
CREATE INDEX IF NOT EXISTS finding_by_uid ON finding(uid_hash);
CREATE INDEX IF NOT EXISTS violation_by_subject ON violation(subject_hash);
CREATE INDEX IF NOT EXISTS head_by_finding ON head(finding_id, sequence);
CREATE INDEX IF NOT EXISTS ledger_entry_by_prefix ON ledger_entry(prefix);
CREATE INDEX IF NOT EXISTS ledger_entry_by_uid ON ledger_entry(uid_hash);
CREATE INDEX IF NOT EXISTS ledger_entry_by_chain ON ledger_entry(pipeline_id, chain_sequence)
  WHERE chain_sequence IS NOT NULL;
