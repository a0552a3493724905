-- Question: how many violations are open, by severity? Those of senders that may speak for them. The worst
-- first.
SELECT severity, count(*) AS open FROM violation_state
WHERE trusted AND state = 1
GROUP BY severity ORDER BY severity DESC;
