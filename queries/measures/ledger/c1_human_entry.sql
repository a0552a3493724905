-- Question: when did a person have a hand in a violation? Attempts by people, assignments, verdicts,
-- approvals granted or denied, exceptions granted or revoked; who wrote a note decides nothing.
CREATE TEMP TABLE human_entry AS
SELECT DISTINCT violation_id, at FROM about
-- Of the attempts, `about` has those of people only.
WHERE type IN (2, 5, 6, 10, 11, 13, 14);
