-- Question: what is in the log of a finding: its heads, and the records that they link?
-- Parameter: :finding the finding. `sequence` is NULL for a record. In the order of the log.
SELECT position, sequence FROM head WHERE finding_id = :finding
UNION ALL
SELECT position, NULL FROM observation WHERE finding_id = :finding
ORDER BY position;
