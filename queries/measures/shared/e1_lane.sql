-- Question: which lane was each violation put in? That of its latest decision; violations without one are
-- not listed, and a word that is no lane is `none`.
CREATE TEMP TABLE violation_lane AS
-- In the order of the rows: an index on what they are about would fetch each of them from another page.
WITH decided AS (
  SELECT f.violation_id, e.lane, e.event_time, r.prefix
  FROM ledger_entry e NOT INDEXED
  JOIN record r ON r.position = e.position
  JOIN finding f ON f.uid_hash = e.subject_hash AND (e.product_id IS NULL OR e.product_id = f.product_id)
  WHERE e.type = 1 AND e.conflicting = 0 AND e.subject_kind = 1 AND e.lane IS NOT NULL
    AND f.violation_id IS NOT NULL AND e.event_time <= (SELECT as_of FROM temp.clock)
  UNION ALL
  SELECT v.id, e.lane, e.event_time, r.prefix
  FROM ledger_entry e NOT INDEXED
  JOIN record r ON r.position = e.position
  JOIN violation v ON v.subject_hash = e.subject_hash
  WHERE e.type = 1 AND e.conflicting = 0 AND e.subject_kind = 2 AND e.lane IS NOT NULL
    AND e.event_time <= (SELECT as_of FROM temp.clock)
), ranked AS (
  SELECT violation_id, lane, row_number() OVER (
      PARTITION BY violation_id ORDER BY event_time DESC, prefix < 0 DESC, prefix DESC) AS place
  FROM decided
)
SELECT violation_id,
  CASE WHEN lane IN ('prevent', 'repair', 'drift-correct', 'escalate') THEN lane ELSE 'none' END AS lane
FROM ranked WHERE place = 1;
