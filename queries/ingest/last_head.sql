-- Question: which is a finding's newest head? Parameter: 1 the finding. At most one row: sequence, leaf hash.
SELECT sequence, leaf FROM head WHERE finding_id = ?1 ORDER BY sequence DESC LIMIT 1;
