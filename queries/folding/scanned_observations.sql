-- Question: what was observed of findings whose numbers lie between two? In the order of the log.
-- Parameters: 1 the first finding, 2 the last. No index is used: nearly every row is wanted, and at their places in
-- the file they are found fastest. The columns are those of touched_observations.sql; the violation stands with the
-- finding.
SELECT NULL, o.finding_id, o.position, o.prefix, o.kind, o.event_time, o.latest_time, o.severity, o.compliance,
  o.prior_compliance, o.workflow, o.record_state, o.verdict, o.archival_cause, o.closed_by_product,
  o.updated_at, o.processed_at, o.note_updated_at, o.changed_at, o.started_at, o.description_id,
  p.verdict AS note_verdict
FROM observation o NOT INDEXED
LEFT JOIN policy_reading p ON p.position = o.position
WHERE o.finding_id BETWEEN ?1 AND ?2
ORDER BY o.position;
