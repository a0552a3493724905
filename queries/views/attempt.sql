-- Question: what became of each attempt? One row an attempt of a source, up to as-of: of several lines
-- about it the last terminal one. `mode` 1 dry run, 2 enforced; `executor` 1 automation, 2 human;
-- `outcome` 1 succeeded, 2 failed, 3 no-op, 4 timed out, 5 cancelled, 6 not run; `violation_id` NULL when
-- it names no known finding.
CREATE TEMP VIEW attempt AS
-- Only what puts the lines in order is sorted; what they say is fetched for those that count.
WITH line AS (
  SELECT e.position, row_number() OVER (
      PARTITION BY e.pipeline_id, e.attempt
      ORDER BY e.event_time DESC, e.prefix < 0 DESC, e.prefix DESC) AS place
  FROM ledger_entry e
  WHERE e.type = 2 AND e.conflicting = 0 AND e.outcome IS NOT NULL AND e.attempt IS NOT NULL
    AND e.event_time <= (SELECT as_of FROM temp.clock)
)
SELECT e.position, e.prefix, e.pipeline_id, e.attempt, e.mode, e.executor, e.workflow,
  e.workflow_version, e.started_at, coalesce(e.ended_at, e.event_time) AS ended_at,
  e.outcome, e.reason, e.correlation,
  coalesce(
    CASE e.subject_kind
      WHEN 1 THEN (
        SELECT min(f.violation_id) FROM finding f
        WHERE f.uid_hash = e.subject_hash
          AND (e.product_id IS NULL OR f.product_id = e.product_id))
      WHEN 2 THEN (SELECT min(v.id) FROM violation v WHERE v.subject_hash = e.subject_hash)
    END,
    CASE e.subject_kind
      WHEN 2 THEN (
        SELECT min(s.violation_id) FROM violation_subject s WHERE s.subject_hash = e.subject_hash)
    END) AS violation_id
FROM line CROSS JOIN ledger_entry e ON e.position = line.position
WHERE line.place = 1;
