-- measure: violations_open
-- title: violations open
-- definition: Violations whose last episode is open; claimed ones are not. Those whose sender may not speak
--   for the product that it names are left out.
-- formula: open ÷ violations that ever had an episode
-- window: none: as of the instant
CREATE TEMP VIEW measured AS
SELECT s.violation_id, l.number, NULL AS finding_id, NULL AS entry, s.trusted AND s.state = 1 AS numerator,
  s.trusted AS denominator,
  CASE WHEN NOT s.trusted THEN 'untrusted' WHEN s.state = 1 THEN w.label WHEN s.state = 2 THEN 'claimed'
    ELSE 'closed' END AS class,
  NULL AS amount
FROM violation_state s
JOIN last_episode l ON l.violation_id = s.violation_id
JOIN temp.code_label w ON w.kind = 'severity' AND w.code = s.severity
WHERE s.state > 0;
