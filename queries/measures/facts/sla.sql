-- measure: sla
-- title: service level
-- definition: Closed verified by the deadline ÷ that, or deadline passed while open or claimed. The deadline
--   is that of the policy in force when the episode opened, moved by exceptions by their own span. Every
--   other close before the deadline is left out.
-- formula: met ÷ decided
-- window: by the decision: the close, or the deadline that passed
CREATE TEMP VIEW measured AS
SELECT s.violation_id, s.number, NULL AS finding_id, NULL AS entry,
  s.decided_at IS NOT NULL AND s.met AS numerator,
  s.decided_at IS NOT NULL AS denominator,
  CASE WHEN s.decided_at IS NOT NULL THEN s.tier
    WHEN s.state = 3 THEN 'closed otherwise' ELSE 'running' END AS class,
  NULL AS amount
FROM deadline s CROSS JOIN temp.clock c
WHERE s.decided_at IS NULL
  OR ((c.from_at IS NULL OR s.decided_at >= c.from_at) AND (c.to_at IS NULL OR s.decided_at < c.to_at))
UNION ALL
SELECT e.violation_id, e.number, NULL, NULL, 0, 0,
  CASE WHEN e.defect IS NULL THEN 'no target'
    ELSE (SELECT w.label FROM temp.code_label w WHERE w.kind = 'time_defect' AND w.code = e.defect) END,
  NULL
FROM counted_episode e
WHERE NOT EXISTS (
  SELECT 1 FROM deadline d WHERE d.violation_id = e.violation_id AND d.number = e.number);
