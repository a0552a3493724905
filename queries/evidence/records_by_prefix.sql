-- Question: which records have a leaf that begins with these eight bytes? Parameter: :prefix the bytes.
-- In the order of the log; as a rule one.
SELECT position FROM record WHERE prefix = :prefix ORDER BY position;
