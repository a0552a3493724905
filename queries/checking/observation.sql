-- Question: what is stored of an observation beside its bytes, with the names that its numbers stand for?
-- Parameter: 1 the position. At most one row; the columns in the order of StoredColumns.
SELECT f.uid AS finding, f.uid_hash AS finding_hash, p.arn AS product,
  v.partition, a.uid AS account, g.name AS region, c.uid AS control, v.resources, v.subject_hash,
  d.title, d.product AS product_name, d.generator, d.resource_type, d.environment, d.standards, d.requirements,
  d.trusted, d.digest AS description_digest,
  o.kind, o.event_time, o.latest_time, o.severity, o.compliance, o.prior_compliance, o.workflow, o.record_state,
  o.verdict, o.archival_cause, o.closed_by_product, o.updated_at, o.processed_at, o.note_updated_at, o.changed_at,
  o.started_at
FROM observation o
LEFT JOIN finding f ON f.id = o.finding_id
LEFT JOIN product p ON p.id = f.product_id
LEFT JOIN violation v ON v.id = o.violation_id
LEFT JOIN account a ON a.id = v.account_id
LEFT JOIN region g ON g.id = v.region_id
LEFT JOIN control c ON c.id = v.control_id
LEFT JOIN description d ON d.id = o.description_id
WHERE o.position = ?1;
