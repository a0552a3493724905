-- Which lanes does the policy give the violations of each control? `environment` NULL is for those without
-- one of their own; of several lanes that fit, the one with the lowest `place` counts.
CREATE TEMP TABLE control_lane AS
SELECT c.id AS control_id, a.environment, a.lane, (a.control IS NULL) * 2 + (a.environment IS NULL) AS place
FROM control c JOIN temp.control_action a ON a.control = c.uid OR a.control IS NULL;
