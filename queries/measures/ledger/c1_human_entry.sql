-- Question: when did a person have a hand in a violation? Attempts by people, assignments, verdicts,
-- approvals granted or denied, exceptions granted or revoked; who wrote a note decides nothing.
CREATE TEMP TABLE human_entry AS
SELECT DISTINCT b.violation_id, e.event_time AS at
FROM ledger_entry e JOIN about b ON b.position = e.position
WHERE e.type IN (5, 6, 10, 11, 13, 14) OR (e.type = 2 AND e.executor = 2);
