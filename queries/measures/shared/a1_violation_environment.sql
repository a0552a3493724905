-- Question: which environment does each violation lie in? That which the policy gives its account, else the
-- tag of its resource: of several, the first in the order of the alphabet.
CREATE TEMP VIEW violation_environment AS
SELECT v.id AS violation_id, coalesce(p.account_environment, (
    SELECT min(d.environment)
    FROM finding f
    JOIN finding_state s ON s.finding_id = f.id
    JOIN description d ON d.id = s.description_id
    WHERE f.violation_id = v.id
  )) AS environment
FROM violation v
JOIN account a ON a.id = v.account_id
LEFT JOIN temp.account_policy p ON p.account_id = a.uid;
