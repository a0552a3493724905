-- measure: review_time
-- title: review of verdicts
-- definition: From the first unreviewed verdict on a violation to the reviewed one, against the policy's
--   target; a verdict that waits longer than that for its review has missed it. Reviewed verdicts that
--   nobody claimed before are left out.
-- formula: reviewed in time ÷ reviewed or overdue
-- window: by the review, else by the end of the target
-- amount: milliseconds from claim to review
CREATE TEMP VIEW measured AS
WITH verdict AS (
  SELECT DISTINCT b.violation_id, e.position, e.event_time AS at, e.reviewed_by IS NOT NULL AS reviewed
  FROM ledger_entry e JOIN about b ON b.position = e.position WHERE e.type = 6
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
  SELECT violation_id, position AS entry, at AS decided_at, at - claimed_at AS amount,
    claimed_at IS NOT NULL AS counts, at - claimed_at <= l.review_within AS met,
    CASE WHEN claimed_at IS NULL THEN 'not claimed before' END AS class
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
  NULL AS finding_id, d.entry, coalesce(d.met, 0) AS numerator, d.counts AS denominator, d.class, d.amount
FROM decided d CROSS JOIN temp.clock c
WHERE (c.from_at IS NULL OR d.decided_at >= c.from_at) AND (c.to_at IS NULL OR d.decided_at < c.to_at);
