-- Question: which violation does each snapshot of a finding name?
-- Parameters: 1 the finding, 2 the latest event time that counts. In no order.
SELECT o.violation_id, o.event_time, o.latest_time, o.prefix
FROM observation o
WHERE o.finding_id = ?1 AND o.violation_id IS NOT NULL AND o.event_time <= ?2;
