-- Question: how many violations are there, and how many are open, by severity of the last episode?
-- Senders that may not speak for a control are counted apart. By severity, the worst first.
SELECT severity,
  count(*) FILTER (WHERE trusted AND state > 0) AS total,
  count(*) FILTER (WHERE trusted AND state = 1) AS open,
  count(*) FILTER (WHERE NOT trusted AND state > 0) AS untrusted
FROM violation_state
GROUP BY severity ORDER BY severity DESC;
