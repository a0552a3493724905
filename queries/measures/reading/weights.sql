-- Question: what does a day open count, by severity?
SELECT severity, weight FROM temp.severity_weight ORDER BY severity;
