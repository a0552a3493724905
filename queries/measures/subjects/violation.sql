-- Question: what is known of each violation that measures ask for? One row for each, with its last episode.
CREATE TEMP VIEW measured_violation AS
SELECT s.violation_id, (SELECT max(e.number) FROM episode e WHERE e.violation_id = s.violation_id) AS number,
  NULL AS finding_id, NULL AS entry, s.state, s.severity, s.trusted, s.verdict, s.judged_at,
  (SELECT n.name FROM severity_name n WHERE n.severity = s.severity) AS severity_name,
  c.from_at, c.to_at
FROM violation_state s CROSS JOIN temp.clock c;
