-- Question: which records of the findings with an Id have a leaf that begins with these eight bytes? Parameters: 1 the
-- hash of the Id, 2 the prefix. As a rule one at most; indexes have all that is asked.
SELECT o.position FROM finding f CROSS JOIN observation o ON o.finding_id = f.id AND o.prefix = ?2
WHERE f.uid_hash = ?1;
