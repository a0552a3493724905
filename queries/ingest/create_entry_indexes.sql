-- By what the fold finds the ledger entries of a violation.
CREATE INDEX IF NOT EXISTS finding_by_violation ON finding(violation_id) WHERE violation_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS ledger_entry_by_subject ON ledger_entry(subject_hash)
  WHERE subject_hash IS NOT NULL;
