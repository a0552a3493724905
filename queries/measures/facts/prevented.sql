-- measure: prevented
-- title: prevented
-- definition: Gate evaluations that blocked a change ÷ those that blocked it or let it pass. Waivers are left
--   out, by whether they have expired.
-- formula: blocked ÷ (blocked + passed)
-- window: by the evaluation
CREATE TEMP VIEW measured AS
SELECT (SELECT min(b.violation_id) FROM about b WHERE b.position = e.position) AS violation_id,
  NULL AS number,
  NULL AS finding_id, e.position AS entry, e.gate_result = 'blocked' AS numerator,
  e.gate_result IN ('blocked', 'passed') AS denominator,
  CASE WHEN e.gate_result = 'waived' THEN
    CASE WHEN e.expires_at IS NULL THEN 'waived without end'
      WHEN e.expires_at <= c.as_of THEN 'waiver expired'
      ELSE 'waived' END
    ELSE e.gate_result END AS class,
  NULL AS amount
FROM ledger_entry e CROSS JOIN temp.clock c
WHERE e.type = 15 AND e.conflicting = 0 AND e.event_time <= c.as_of
  AND (c.from_at IS NULL OR e.event_time >= c.from_at) AND (c.to_at IS NULL OR e.event_time < c.to_at);
