-- Question: which violations may be of this control on these resources? Parameter: 1 the hash of both.
-- By id.
SELECT v.id, v.partition, a.uid, r.name, c.uid, v.resources
FROM violation v
JOIN account a ON a.id = v.account_id
JOIN region r ON r.id = v.region_id
JOIN control c ON c.id = v.control_id
WHERE v.subject_hash = ?1 ORDER BY v.id;
