-- measure: escalations
-- title: escalation rate
-- definition: Findings escalated or sent to review ÷ findings decided.
-- formula: escalated or reviewed ÷ decided
-- window: by the decision
CREATE TEMP VIEW measured AS
SELECT p.violation_id, l.number, p.finding_id, NULL AS entry, p.reviewed OR EXISTS (
    SELECT 1 FROM about b JOIN ledger_entry e ON e.position = b.position
    WHERE b.violation_id = p.violation_id AND b.finding_id = p.finding_id AND e.type = 8
  ) AS numerator, 1 AS denominator, CASE WHEN p.reviewed THEN 'sent to review' END AS class, NULL AS amount
FROM (
  SELECT b.violation_id, b.finding_id, max(e.decision IS 'review') AS reviewed
  FROM ledger_entry e JOIN about b ON b.position = e.position CROSS JOIN temp.clock c
  WHERE e.type = 1 AND (c.from_at IS NULL OR e.event_time >= c.from_at)
    AND (c.to_at IS NULL OR e.event_time < c.to_at)
  GROUP BY b.violation_id, b.finding_id
) p
LEFT JOIN last_episode l ON l.violation_id = p.violation_id;
