-- Question: how does a finding stand, and what does its latest snapshot say? Parameter: :id its number. At
-- most one row; none when nothing of it was recorded up to as-of.
SELECT f.id, f.uid, p.arn, f.violation_id, s.first_event, s.last_event, s.severity AS finding_severity,
  s.workflow, s.compliance, s.record_state, s.failing, d.title, d.product, d.generator, d.resource_type,
  d.environment, d.standards, d.requirements, coalesce(d.trusted, 1) AS trusted, v.partition, v.resources,
  a.uid AS account, a.name AS account_name, r.name AS region, c.uid AS control, w.state, w.severity, w.verdict
FROM finding f
JOIN finding_state s ON s.finding_id = f.id
JOIN product p ON p.id = f.product_id
LEFT JOIN description d ON d.id = s.description_id
LEFT JOIN violation v ON v.id = f.violation_id
LEFT JOIN account a ON a.id = v.account_id
LEFT JOIN region r ON r.id = v.region_id
LEFT JOIN control c ON c.id = v.control_id
LEFT JOIN violation_state w ON w.violation_id = f.violation_id
WHERE f.id = :id;
