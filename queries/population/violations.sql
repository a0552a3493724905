-- Question: which violations are in the population? In the order of their names, so that the list does not
-- depend on the order of arrival.
SELECT v.id, v.partition, a.uid AS account, a.name AS account_name, r.name AS region, c.uid AS control,
  v.resources, w.severity, w.verdict
FROM temp.population_scope p
JOIN violation v ON v.id = p.id
JOIN violation_state w ON w.violation_id = v.id
JOIN account a ON a.id = v.account_id
JOIN region r ON r.id = v.region_id
JOIN control c ON c.id = v.control_id
ORDER BY v.partition, a.uid, r.name, c.uid, v.resources;
