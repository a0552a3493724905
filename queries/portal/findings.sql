-- Question: which findings match a search, one page of them, and how many match in all?
-- Parameters, each NULL where it does not restrict: :severity a code; :state 1 open, 2 claimed, 3 closed;
-- :reason why the last episode was closed; :account and :control exactly; :word1 … :word4 LIKE patterns
-- with \ as escape, each of which has to occur in the id, title, control, account or resources. :order 1
-- worst first, 2 latest first. The page begins behind (:after_first, :after_second, :after_uid,
-- :after_arn); :limit rows.
-- Order: by first_key, second_key, uid, arn: those of the records, never of their arrival.
WITH described AS (
  SELECT f.id, s.first_event, s.last_event,
    coalesce(w.severity, s.severity) AS severity, coalesce(w.state, 0) AS state,
    e.reason, e.opened_at, a.uid AS account, c.uid AS control,
    f.uid || char(10) || coalesce(d.title, '') || char(10) || coalesce(c.uid, '') || char(10)
      || coalesce(a.uid, '') || char(10) || coalesce(a.name, '') || char(10) || coalesce(v.resources, '')
      AS words
  FROM finding f
  JOIN finding_state s ON s.finding_id = f.id
  LEFT JOIN description d ON d.id = s.description_id
  LEFT JOIN violation v ON v.id = f.violation_id
  LEFT JOIN account a ON a.id = v.account_id
  LEFT JOIN control c ON c.id = v.control_id
  LEFT JOIN violation_state w ON w.violation_id = f.violation_id
  LEFT JOIN episode e ON e.violation_id = f.violation_id
    AND e.number = (SELECT max(l.number) FROM episode l WHERE l.violation_id = f.violation_id)
),
matching AS MATERIALIZED (
  -- Numbers only: this table holds a row for every finding that matches.
  SELECT id, severity, state,
    CASE :order
      WHEN 2 THEN -last_event
      ELSE 10 * CASE state WHEN 0 THEN 4 ELSE state END + 5 - severity
    END AS first_key,
    CASE :order WHEN 2 THEN 0 ELSE coalesce(opened_at, first_event) END AS second_key
  FROM described
  WHERE (:severity IS NULL OR severity = :severity)
    AND (:state IS NULL OR state = :state)
    AND (:reason IS NULL OR (state = 3 AND reason = :reason))
    AND (:account IS NULL OR account = :account)
    AND (:control IS NULL OR control = :control)
    AND (:word1 IS NULL OR words LIKE :word1 ESCAPE '\')
    AND (:word2 IS NULL OR words LIKE :word2 ESCAPE '\')
    AND (:word3 IS NULL OR words LIKE :word3 ESCAPE '\')
    AND (:word4 IS NULL OR words LIKE :word4 ESCAPE '\')
),
page AS MATERIALIZED (
  SELECT m.id, m.severity, m.state, m.first_key, m.second_key, f.uid, p.arn, f.violation_id
  FROM matching m
  JOIN finding f ON f.id = m.id
  JOIN product p ON p.id = f.product_id
  WHERE :after_first IS NULL
    OR (m.first_key, m.second_key, f.uid, p.arn)
      > (:after_first, :after_second, :after_uid, :after_arn)
  ORDER BY m.first_key, m.second_key, f.uid, p.arn
  LIMIT :limit
)
SELECT page.severity, page.state, page.first_key, page.second_key, page.uid, page.arn,
  (SELECT count(*) FROM matching) AS total, e.reason, e.opened_at, e.closed_at, d.title,
  a.uid AS account, a.name AS account_name, r.name AS region, c.uid AS control, v.resources
FROM page
JOIN finding_state s ON s.finding_id = page.id
LEFT JOIN description d ON d.id = s.description_id
LEFT JOIN violation v ON v.id = page.violation_id
LEFT JOIN account a ON a.id = v.account_id
LEFT JOIN region r ON r.id = v.region_id
LEFT JOIN control c ON c.id = v.control_id
LEFT JOIN episode e ON e.violation_id = page.violation_id
  AND e.number = (SELECT max(l.number) FROM episode l WHERE l.violation_id = page.violation_id)
ORDER BY page.first_key, page.second_key, page.uid, page.arn;
