-- Question: when was each violation under an exception? Spans that overlap are one; `to_at` is the largest
-- number where an exception has no end.
CREATE TEMP TABLE exception_span AS
WITH covered AS (
  SELECT f.violation_id, g.from_at, coalesce(g.to_at, 9223372036854775807) AS to_at
  FROM exception_grant g
  JOIN finding f ON f.uid_hash = g.subject_hash AND (g.product_id IS NULL OR g.product_id = f.product_id)
  WHERE g.subject_kind = 1 AND f.violation_id IS NOT NULL
  UNION
  SELECT v.id, g.from_at, coalesce(g.to_at, 9223372036854775807)
  FROM exception_grant g JOIN violation v ON v.subject_hash = g.subject_hash WHERE g.subject_kind = 2
  UNION
  SELECT s.violation_id, g.from_at, coalesce(g.to_at, 9223372036854775807)
  FROM exception_grant g JOIN violation_subject s ON s.subject_hash = g.subject_hash WHERE g.subject_kind = 2
), marked AS (
  SELECT *, from_at > coalesce(max(to_at) OVER (
      PARTITION BY violation_id ORDER BY from_at, to_at
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), -1) AS is_first
  FROM covered WHERE to_at > from_at
), numbered AS (
  SELECT *, sum(is_first) OVER (PARTITION BY violation_id ORDER BY from_at, to_at) AS span FROM marked
)
SELECT violation_id, span, min(from_at) AS from_at, max(to_at) AS to_at
FROM numbered GROUP BY violation_id, span;
