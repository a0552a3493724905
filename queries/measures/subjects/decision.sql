-- Question: which findings were decided in the window? One row for each, with the last episode of its
-- violation; `reviewed` 1 where a decision sent it to review, `escalated` 1 where it was ever escalated.
CREATE TEMP VIEW measured_decision AS
SELECT p.violation_id, (SELECT max(e.number) FROM episode e WHERE e.violation_id = p.violation_id) AS number,
  p.finding_id, NULL AS entry, p.reviewed, EXISTS (
    SELECT 1 FROM about b
    WHERE b.violation_id = p.violation_id AND b.finding_id = p.finding_id AND b.type = 8
  ) AS escalated
FROM (
  SELECT b.violation_id, b.finding_id, max(b.to_review) AS reviewed
  FROM about b CROSS JOIN temp.clock c
  WHERE b.type = 1 AND (c.from_at IS NULL OR b.at >= c.from_at) AND (c.to_at IS NULL OR b.at < c.to_at)
  GROUP BY b.violation_id, b.finding_id
) p;
