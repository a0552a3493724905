-- Question: what did sources say of a finding up to as-of? Parameters: :id its number, :limit. The latest
-- first, by the times and hashes of the records.
SELECT o.kind, o.event_time, o.severity, o.compliance, o.workflow, o.record_state, o.verdict, o.archival_cause
FROM observation o
WHERE o.finding_id = :id AND o.event_time <= (SELECT as_of FROM temp.clock)
ORDER BY o.event_time DESC, o.latest_time DESC, o.prefix < 0 DESC, o.prefix DESC
LIMIT :limit;
