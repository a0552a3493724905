-- Question: which is the last episode of each violation? Its number.
CREATE TEMP VIEW last_episode AS
SELECT v.violation_id, (SELECT max(e.number) FROM episode e WHERE e.violation_id = v.violation_id) AS number
FROM violation_state v;
