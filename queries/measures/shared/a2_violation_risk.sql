-- Question: what did the ledger say of the risk of each violation, and when? One row for each entry and
-- violation; `risk` is the policy's level, NULL for none of them.
CREATE TEMP TABLE violation_risk AS
WITH scored AS (
  SELECT e.position, e.event_time, e.subject_kind, e.subject_hash, e.product_id, e.prefix, p.risk
  FROM policy_reading p
  CROSS JOIN ledger_entry e ON e.position = p.position
  WHERE e.type = 7 AND e.conflicting = 0 AND e.event_time <= (SELECT as_of FROM temp.clock)
)
SELECT CAST(f.violation_id AS INTEGER) AS violation_id, s.event_time AS scored_at, s.prefix, s.risk
FROM scored s
JOIN finding f ON f.uid_hash = s.subject_hash AND (s.product_id IS NULL OR s.product_id = f.product_id)
WHERE s.subject_kind = 1 AND f.violation_id IS NOT NULL
UNION
SELECT v.id, s.event_time, s.prefix, s.risk
FROM scored s JOIN violation v ON v.subject_hash = s.subject_hash WHERE s.subject_kind = 2
UNION
SELECT m.violation_id, s.event_time, s.prefix, s.risk
FROM scored s JOIN violation_subject m ON m.subject_hash = s.subject_hash WHERE s.subject_kind = 2;
