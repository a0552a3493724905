-- measure: judged
-- title: share of violations judged
-- definition: Violations with a verdict ÷ violations that opened.
-- formula: judged ÷ violations
-- window: by the opening of an episode
CREATE TEMP VIEW measured AS
SELECT p.violation_id, p.number, NULL AS finding_id, NULL AS entry,
  coalesce(s.verdict IN (2, 3, 4), 0) AS numerator,
  1 AS denominator, NULL AS class, NULL AS amount
FROM (SELECT violation_id, max(number) AS number FROM counted_episode WHERE opened_in_window
  GROUP BY violation_id) p
JOIN violation_state s ON s.violation_id = p.violation_id;
