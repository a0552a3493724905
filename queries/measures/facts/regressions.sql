-- measure: regressions
-- title: regressions
-- definition: Verified episodes in which a change was applied, and whose violation failed again with no
--   rollback between the change and that.
-- formula: failed again ÷ verified with an applied change
-- window: by closing
CREATE TEMP VIEW measured AS
WITH fixed AS (
  SELECT e.violation_id, e.number, (
      SELECT max(t.ended_at) FROM tried t
      WHERE t.violation_id = e.violation_id AND t.applied AND t.ended_at >= e.opened_at
        AND t.ended_at <= e.closed_at
    ) AS applied_at, (
      SELECT next.opened_at FROM episode next
      WHERE next.violation_id = e.violation_id AND next.number = e.number + 1
    ) AS failed_at
  FROM counted_episode e WHERE e.reason = 1 AND e.closed_in_window
), judged AS (
  SELECT f.*, EXISTS (
      SELECT 1 FROM violation_rollback r
      WHERE r.violation_id = f.violation_id AND r.at > f.applied_at AND r.at <= f.failed_at
    ) AS rolled_back
  FROM fixed f WHERE f.applied_at IS NOT NULL
)
SELECT violation_id, number, NULL AS finding_id, NULL AS entry, failed_at IS NOT NULL AND NOT rolled_back
  AS numerator, 1 AS denominator,
  CASE WHEN failed_at IS NULL THEN 'held'
    WHEN rolled_back THEN 'rolled back' ELSE 'failed again' END AS class,
  NULL AS amount
FROM judged;
