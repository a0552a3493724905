-- By what the fold finds the records of a violation. A store has these indexes, and those of create_indexes.sql, except
-- while its first load is under way: made of all rows at once they cost a fraction of what row after row does.
CREATE INDEX IF NOT EXISTS observation_by_finding ON observation(finding_id);
CREATE INDEX IF NOT EXISTS finding_by_violation ON finding(violation_id) WHERE violation_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS finding_by_uid ON finding(uid_hash);
CREATE INDEX IF NOT EXISTS violation_by_subject ON violation(subject_hash);
CREATE INDEX IF NOT EXISTS ledger_entry_by_subject ON ledger_entry(subject_hash)
  WHERE subject_hash IS NOT NULL;
