-- measure: claimed
-- title: episodes claimed
-- definition: Episodes that somebody says are dealt with while no scanner has looked since.
-- formula: count
-- window: by the latest standing claim
CREATE TEMP VIEW measured AS
SELECT violation_id, number, NULL AS finding_id, NULL AS entry, 1 AS numerator, 1 AS denominator,
  NULL AS class,
  NULL AS amount
FROM counted_episode WHERE state = 2 AND claimed_in_window;
