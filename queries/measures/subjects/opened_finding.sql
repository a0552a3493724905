-- Question: which findings are of violations that opened in the window, and did they reach an attempt? One
-- row for each, with the last episode that opened in the window. `reached` and `reason_not_run`, why the last
-- attempt never ran, are told of the automation's lanes only.
CREATE TEMP VIEW measured_opened_finding AS
SELECT l.*, CASE WHEN l.reached = 0 THEN (
    SELECT coalesce(t.reason, 'no reason given') FROM tried t
    WHERE t.violation_id = l.violation_id AND t.executor = 1 AND t.outcome = 6
    ORDER BY t.ended_at DESC, t.prefix LIMIT 1
  ) END AS reason_not_run
FROM (
  SELECT p.violation_id, p.number, p.finding_id, NULL AS entry, p.lane,
    CASE WHEN p.lane IN ('repair', 'drift-correct') THEN EXISTS (
      SELECT 1 FROM tried t WHERE t.violation_id = p.violation_id AND t.executor = 1 AND t.ran
    ) END AS reached
  FROM (
    SELECT f.violation_id, s.finding_id, r.lane, (
        SELECT max(e.number) FROM episode e
        WHERE e.violation_id = f.violation_id AND (c.from_at IS NULL OR e.opened_at >= c.from_at)
          AND (c.to_at IS NULL OR e.opened_at < c.to_at)
      ) AS number
    FROM finding_state s
    CROSS JOIN finding f ON f.id = s.finding_id
    CROSS JOIN violation_state v ON v.violation_id = f.violation_id AND v.trusted
    CROSS JOIN violation_route r ON r.violation_id = f.violation_id
    CROSS JOIN temp.clock c
    LIMIT -1 OFFSET 0
  ) p
  WHERE p.number IS NOT NULL
  LIMIT -1 OFFSET 0
) l;
