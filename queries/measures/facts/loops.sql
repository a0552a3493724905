-- measure: loops
-- title: loops
-- definition: Runs of more automatic attempts on one violation than the policy allows within its span (3 in
--   10 minutes).
-- formula: count
-- window: by the attempt that made it a loop
CREATE TEMP VIEW measured AS
SELECT o.violation_id, t.number, NULL AS finding_id, o.attempt AS entry, 1 AS numerator, 1 AS denominator,
  NULL AS class, NULL AS amount
FROM remediation_loop o
JOIN tried t ON t.position = o.attempt
CROSS JOIN temp.clock c
WHERE (c.from_at IS NULL OR o.looped_at >= c.from_at) AND (c.to_at IS NULL OR o.looped_at < c.to_at);
