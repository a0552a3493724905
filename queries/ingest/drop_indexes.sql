-- An empty store before its first load; see create_indexes.sql.
DROP INDEX IF EXISTS finding_by_uid;
DROP INDEX IF EXISTS finding_by_violation;
DROP INDEX IF EXISTS violation_by_subject;
DROP INDEX IF EXISTS observation_by_finding;
DROP INDEX IF EXISTS head_by_finding;
DROP INDEX IF EXISTS ledger_entry_by_prefix;
DROP INDEX IF EXISTS ledger_entry_by_uid;
DROP INDEX IF EXISTS ledger_entry_by_chain;
DROP INDEX IF EXISTS ledger_entry_by_subject;
DROP INDEX IF EXISTS violation_state_by_event;
