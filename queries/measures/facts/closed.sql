-- measure: closed
-- title: episodes closed
-- definition: Episodes that closed, by the reason; only verified is a fix.
-- formula: count
-- window: by closing
CREATE TEMP VIEW measured AS
SELECT e.violation_id, e.number, NULL AS finding_id, NULL AS entry, 1 AS numerator, 1 AS denominator,
  w.label AS class, NULL AS amount
FROM counted_episode e JOIN temp.code_label w ON w.kind = 'close_reason' AND w.code = e.reason
WHERE e.closed_in_window;
