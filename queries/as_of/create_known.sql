-- Views with the names of the tables of records, without those that had not been ingested yet: every query
-- then reads what was known. Of several lines about one event, the one with the smallest hash of those
-- counts.
CREATE TEMP VIEW observation AS
SELECT * FROM main.observation WHERE position < (SELECT known_before FROM temp.clock);

CREATE TEMP VIEW ledger_entry AS
SELECT
  e.position, e.pipeline_id, e.uid, e.uid_hash, e.type, e.event_time, e.subject_kind, e.subject_hash,
  e.product_id, e.correlation, e.attempt, e.mode, e.executor, e.workflow, e.workflow_version,
  e.started_at, e.ended_at, e.outcome, e.reason, e.trigger, e.lane, e.decision, e.verdict, e.reviewed_by,
  e.actor, e.team, e.ticket, e.due_at, e.expires_at, e.gate_result, e.chain_sequence, e.chain_previous,
  e.chain_hash, e.chain_intact,
  e.conflicting AND EXISTS (
    SELECT 1
    FROM main.ledger_entry other
    JOIN main.record own ON own.position = e.position
    JOIN main.record theirs ON theirs.position = other.position
    WHERE other.uid_hash = e.uid_hash AND other.pipeline_id = e.pipeline_id AND other.uid = e.uid
      AND other.position <> e.position AND other.position < (SELECT known_before FROM temp.clock)
      AND ((theirs.prefix < 0) < (own.prefix < 0)
        OR ((theirs.prefix < 0) = (own.prefix < 0) AND theirs.prefix < own.prefix))
  ) AS conflicting
FROM main.ledger_entry e WHERE e.position < (SELECT known_before FROM temp.clock);
