-- measure: claimed
-- title: episodes claimed
-- definition: Episodes that somebody says are dealt with while no scanner has looked since.
-- formula: count
-- window: by the latest standing claim
CASE WHEN state = 2 AND claimed_in_window THEN 3 END AS claimed,
NULL,
NULL
