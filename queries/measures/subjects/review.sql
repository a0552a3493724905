-- Question: how long did verdicts wait for their review? One row for each reviewed verdict, and for each
-- violation with one that still waits; `counts` 0 where nobody claimed it before, or it waits in time. By the
-- review, else by the end of the policy's target; `waited` in milliseconds.
CREATE TEMP VIEW measured_review AS
WITH verdict AS (
  SELECT DISTINCT b.violation_id, b.position, b.at, e.reviewed_by IS NOT NULL AS reviewed
  FROM about b CROSS JOIN ledger_entry e ON e.position = b.position WHERE b.type = 6
), reviewed AS (
  SELECT v.violation_id, v.position, v.at, (
      SELECT min(k.at) FROM verdict k
      WHERE k.violation_id = v.violation_id AND NOT k.reviewed AND k.at <= v.at AND k.at > coalesce((
        SELECT max(p.at) FROM verdict p WHERE p.violation_id = v.violation_id AND p.reviewed
          AND p.at < v.at), -1)
    ) AS claimed_at
  FROM verdict v WHERE v.reviewed
), waiting AS (
  SELECT v.violation_id, min(v.at) AS claimed_at
  FROM verdict v
  WHERE NOT v.reviewed AND NOT EXISTS (
    SELECT 1 FROM verdict p WHERE p.violation_id = v.violation_id AND p.reviewed AND p.at >= v.at)
  GROUP BY v.violation_id
), decided AS (
  SELECT violation_id, position AS entry, at AS decided_at, at - claimed_at AS waited,
    claimed_at IS NOT NULL AS counts, at - claimed_at <= l.review_within AS met,
    CASE WHEN claimed_at IS NULL THEN 'not claimed before' END AS kind
  FROM reviewed CROSS JOIN temp.policy_limit l
  UNION ALL
  SELECT w.violation_id, NULL, w.claimed_at + l.review_within, NULL,
    w.claimed_at + l.review_within <= c.as_of, 0,
    CASE WHEN w.claimed_at + l.review_within <= c.as_of THEN 'overdue' ELSE 'waiting' END
  FROM waiting w CROSS JOIN temp.policy_limit l CROSS JOIN temp.clock c
)
SELECT d.violation_id,
  (SELECT max(e.number) FROM episode e
   WHERE e.violation_id = d.violation_id AND e.opened_at <= d.decided_at) AS number,
  NULL AS finding_id, d.entry, d.counts, d.met, d.kind, d.waited
FROM decided d CROSS JOIN temp.clock c
WHERE (c.from_at IS NULL OR d.decided_at >= c.from_at) AND (c.to_at IS NULL OR d.decided_at < c.to_at);
