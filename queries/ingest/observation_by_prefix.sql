-- Question: which records of a finding have a leaf that begins with these eight bytes? Parameters: 1 the finding, 2 the
-- prefix. As a rule one at most; an index has all that is asked.
SELECT position FROM observation WHERE finding_id = ?1 AND prefix = ?2;
