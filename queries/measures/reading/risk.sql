-- The level of risk of an episode, as a column of episode_row.
(SELECT r.risk FROM episode_risk r WHERE r.violation_id = m.violation_id AND r.number = m.number)
