-- measure: survival
-- title: how long violations stay open
-- definition: Kaplan–Meier over the episodes closed in the window or not closed by its end. Open and claimed
--   ones are censored at its end, those suppressed, gone, superseded, archived or with a disabled control
--   when they closed; false positives, benign ones and impossible times are left out.
-- formula: first t with S(t) ≤ 0.5, S(t) = Π (1 − closed verified at t ÷ at risk at t)
-- window: episodes at risk in it
-- amount: milliseconds from opening to closing, or to where it is censored
CREATE TEMP VIEW measured AS
WITH watched AS (
  SELECT e.*, min(coalesce(c.to_at, c.as_of), c.as_of) AS until, c.from_at
  FROM counted_episode e CROSS JOIN temp.clock c
), ended AS (
  SELECT w.*, CASE WHEN w.closed_at IS NULL OR w.closed_at > w.until THEN NULL ELSE w.reason END AS end_reason
  FROM watched w
  WHERE w.opened_at <= w.until AND (w.from_at IS NULL OR w.closed_at IS NULL OR w.closed_at >= w.from_at)
)
SELECT e.violation_id, e.number, NULL AS finding_id, NULL AS entry,
  e.defect IS NULL AND e.end_reason IS 1 AS numerator,
  e.defect IS NULL AND (e.reason IS NULL OR e.reason NOT IN (3, 4)) AS denominator,
  CASE
    WHEN e.defect IS NOT NULL
      THEN (SELECT w.label FROM temp.code_label w WHERE w.kind = 'time_defect' AND w.code = e.defect)
    WHEN e.reason IN (3, 4) THEN (
      SELECT w.label FROM temp.code_label w WHERE w.kind = 'close_reason' AND w.code = e.reason)
    WHEN e.end_reason IS NOT NULL THEN (
      SELECT w.label FROM temp.code_label w WHERE w.kind = 'close_reason' AND w.code = e.end_reason)
    WHEN e.state = 2 THEN 'claimed' ELSE 'open'
  END AS class,
  CASE WHEN e.defect IS NULL THEN CASE
    WHEN e.end_reason IS NULL THEN e.until ELSE e.closed_at END - e.opened_at
  END AS amount
FROM ended e;
