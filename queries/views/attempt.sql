-- Question: what became of each attempt? One row an attempt of a source, up to as-of: of several lines
-- about it the last terminal one. `mode` 1 dry run, 2 enforced; `executor` 1 automation, 2 human;
-- `outcome` 1 succeeded, 2 failed, 3 no-op, 4 timed out, 5 cancelled, 6 not run; `violation_id` NULL when
-- it names no known finding.
CREATE TEMP VIEW attempt AS
WITH line AS (
  SELECT e.*, row_number() OVER (
      PARTITION BY e.pipeline_id, e.attempt
      ORDER BY e.event_time DESC, r.prefix < 0 DESC, r.prefix DESC) AS place
  FROM ledger_entry e JOIN record r ON r.position = e.position
  WHERE e.type = 2 AND e.conflicting = 0 AND e.outcome IS NOT NULL AND e.attempt IS NOT NULL
    AND e.event_time <= (SELECT as_of FROM temp.clock)
)
SELECT line.position, line.pipeline_id, line.attempt, line.mode, line.executor, line.workflow,
  line.workflow_version, line.started_at, coalesce(line.ended_at, line.event_time) AS ended_at,
  line.outcome, line.reason, line.correlation,
  coalesce(
    CASE line.subject_kind
      WHEN 1 THEN (
        SELECT min(f.violation_id) FROM finding f
        WHERE f.uid_hash = line.subject_hash
          AND (line.product_id IS NULL OR f.product_id = line.product_id))
      WHEN 2 THEN (SELECT min(v.id) FROM violation v WHERE v.subject_hash = line.subject_hash)
    END,
    CASE line.subject_kind
      WHEN 2 THEN (
        SELECT min(s.violation_id) FROM violation_subject s WHERE s.subject_hash = line.subject_hash)
    END) AS violation_id
FROM line WHERE line.place = 1;
