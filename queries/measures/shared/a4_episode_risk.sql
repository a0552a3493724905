-- Question: which level of risk does each episode have? That which the ledger said last before it opened,
-- else first after; episodes of which nothing was said are not listed.
CREATE TEMP TABLE episode_risk AS
SELECT violation_id, number, risk
FROM (
  SELECT e.violation_id, e.number, r.risk, row_number() OVER (
      PARTITION BY e.violation_id, e.number
      ORDER BY r.scored_at <= e.opened_at DESC, abs(r.scored_at - e.opened_at), r.prefix DESC) AS place
  FROM violation_risk r JOIN episode e ON e.violation_id = r.violation_id
)
WHERE place = 1;
