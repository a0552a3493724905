-- measure: before_human
-- title: before any human
-- definition: Episodes closed verified with no entry of a person between the close before and this one ÷
--   episodes closed verified.
-- formula: without a person ÷ closed verified
-- window: by closing
CREATE TEMP VIEW measured AS
SELECT e.violation_id, e.number, NULL AS finding_id, NULL AS entry, NOT EXISTS (
    SELECT 1 FROM human_entry h
    WHERE h.violation_id = e.violation_id AND h.at <= e.closed_at AND h.at > coalesce((
      SELECT p.closed_at FROM episode p WHERE p.violation_id = e.violation_id
        AND p.number = e.number - 1), -1)
  ) AS numerator, 1 AS denominator, NULL AS class, NULL AS amount
FROM counted_episode e WHERE e.reason = 1 AND e.closed_in_window;
