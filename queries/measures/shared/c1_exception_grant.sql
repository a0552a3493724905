-- Question: for how long was each exception in force? `to_at` NULL has no end yet; `ended_by` 1 it expired,
-- 2 it was revoked before.
CREATE TEMP TABLE exception_grant AS
WITH grant_entry AS (
  SELECT g.position, g.subject_kind, g.subject_hash, g.product_id, g.event_time AS from_at, g.expires_at,
    (SELECT min(r.event_time) FROM ledger_entry r
     WHERE r.type = 11 AND r.conflicting = 0 AND r.subject_kind = g.subject_kind
       AND r.subject_hash = g.subject_hash AND coalesce(r.product_id, 0) = coalesce(g.product_id, 0)
       AND r.event_time >= g.event_time AND r.event_time <= c.as_of) AS revoked_at
  FROM ledger_entry g CROSS JOIN temp.clock c
  WHERE g.type = 10 AND g.conflicting = 0 AND g.event_time <= c.as_of
)
SELECT position, subject_kind, subject_hash, product_id, from_at,
  CASE WHEN revoked_at IS NULL OR expires_at <= revoked_at THEN expires_at ELSE revoked_at END AS to_at,
  CASE WHEN revoked_at IS NULL OR expires_at <= revoked_at
    THEN CASE WHEN expires_at IS NOT NULL THEN 1 END ELSE 2 END AS ended_by
FROM grant_entry;
