-- Question: which episodes have a deadline? Those of episode_deadline that a target judges.
CREATE TEMP VIEW sla_episode AS
SELECT violation_id, number, severity, tier, state, due_at, decided_at, met
FROM episode_deadline WHERE tier IS NOT NULL;
