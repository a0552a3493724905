-- Question: what is in the log of a finding: its heads, and the records that they link?
-- Parameter: 1 the finding. `sequence` and `leaf` are NULL for a record. In the order of the log.
SELECT position, sequence, leaf FROM head WHERE finding_id = ?1
UNION ALL
SELECT position, NULL, NULL FROM observation WHERE finding_id = ?1
ORDER BY position;
