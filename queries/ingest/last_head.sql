-- Question: where is a finding's newest head? Parameter: 1 the finding. At most one row.
SELECT position, sequence FROM head WHERE finding_id = ?1 ORDER BY sequence DESC LIMIT 1;
