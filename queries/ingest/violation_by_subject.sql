-- Question: which violations may be of this control on these resources? Parameter: 1 the hash of both.
-- By id.
SELECT id, partition, account_id, region_id, control_id, resources
FROM violation WHERE subject_hash = ?1 ORDER BY id;
