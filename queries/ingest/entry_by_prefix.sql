-- Question: which ledger entries have a leaf that begins with these eight bytes? Parameter: 1 the prefix.
-- By position; as a rule one at most.
SELECT position FROM ledger_entry WHERE prefix = ?1 ORDER BY position;
