-- Question: which are the greatest numbers of a violation and of a finding that were folded before? One row; 0 where
-- none was.
SELECT coalesce((SELECT max(violation_id) FROM violation_state), 0), coalesce((SELECT max(finding_id) FROM finding_state), 0);
