-- Question: when had each episode to be closed, and was it?
INSERT INTO temp.deadline(violation_id, number, severity, tier, state, due_at, decided_at, met)
SELECT violation_id, number, severity, tier, state, due_at, decided_at, met FROM sla_episode;
