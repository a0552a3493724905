-- By what the next run finds records, heads and ledger entries again. The fold of a first load does without them: they
-- are made while it reads.
CREATE INDEX IF NOT EXISTS record_by_prefix ON record(prefix);
CREATE INDEX IF NOT EXISTS head_by_finding ON head(finding_id, sequence);
CREATE INDEX IF NOT EXISTS ledger_entry_by_uid ON ledger_entry(uid_hash);
CREATE INDEX IF NOT EXISTS ledger_entry_by_chain ON ledger_entry(pipeline_id, chain_sequence)
  WHERE chain_sequence IS NOT NULL;
