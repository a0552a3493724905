-- The environment of an episode, as a column of episode_row.
(SELECT p.environment FROM violation_environment p WHERE p.violation_id = m.violation_id)
