-- Question: what was observed of the findings of the touched violations up to an instant?
-- Parameters: 1 the latest event time that counts, 2 the first position that does not. By violation, then
-- finding. The index is named, because
-- the planner would rather index all observations anew, for however few violations.
SELECT t.id, f.id, o.position, o.prefix, o.kind, o.event_time, o.latest_time, o.severity, o.compliance,
  o.prior_compliance, o.workflow, o.record_state, o.verdict, o.archival_cause, o.closed_by_product,
  o.updated_at, o.processed_at, o.note_updated_at, o.changed_at, o.started_at, o.description_id,
  p.verdict AS note_verdict
FROM temp.touched_violation t
CROSS JOIN finding f ON f.violation_id = t.id
CROSS JOIN main.observation o INDEXED BY observation_by_finding ON o.finding_id = f.id
LEFT JOIN policy_reading p ON p.position = o.position
WHERE o.event_time <= ?1 AND o.position < ?2
ORDER BY t.id, f.id;
