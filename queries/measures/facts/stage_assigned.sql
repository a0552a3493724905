-- measure: stage_assigned
-- title: opened to assigned
-- definition: From the opening of an episode to the first assignment within it.
-- formula: Σ (assigned − opened) ÷ episodes assigned
-- window: by the assignment
-- amount: milliseconds from opening to the assignment
CREATE TEMP VIEW measured AS
SELECT violation_id, number, NULL AS finding_id, NULL AS entry, 1 AS numerator, 1 AS denominator,
  NULL AS class,
  at - opened_at AS amount
FROM (
  SELECT e.violation_id, e.number, e.opened_at, (
      SELECT min(l.event_time) FROM about b JOIN ledger_entry l ON l.position = b.position
      WHERE b.violation_id = e.violation_id AND l.type = 5 AND l.event_time >= e.opened_at
        AND (e.closed_at IS NULL OR l.event_time <= e.closed_at)
    ) AS at
  FROM counted_episode e WHERE e.defect IS NULL
) CROSS JOIN temp.clock c
WHERE at IS NOT NULL AND (c.from_at IS NULL OR at >= c.from_at) AND (c.to_at IS NULL OR at < c.to_at);
