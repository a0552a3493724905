-- measure: findings
-- title: findings known
-- definition: Findings that any snapshot up to as-of told of.
-- formula: count
-- window: none
CREATE TEMP VIEW measured AS
SELECT f.violation_id, l.number, s.finding_id, NULL AS entry, 1 AS numerator, 1 AS denominator, NULL AS class,
  NULL AS amount
FROM finding_state s
JOIN finding f ON f.id = s.finding_id
LEFT JOIN last_episode l ON l.violation_id = f.violation_id;
