-- Question: how did the attempts of `trend_attempt` end on each day? Parameter: :settling, how many
-- milliseconds a scanner is given to confirm. Automatic and enforced unless said
-- otherwise: `applied` counts people's changes too. `settled` succeeded at least :settling before as-of; of
-- those `contradicted` are the ones whose violation the scanner's next look found failing, with no PASSED
-- within :settling of the attempt's end. Days since 1970 in UTC; by day.
SELECT CASE WHEN a.ended_at > as_of THEN as_of ELSE a.ended_at END / 86400000 AS day,
  count(*) FILTER (WHERE executor = 1 AND mode = 2 AND outcome IN (1, 2, 4, 5)) AS attempts,
  count(*) FILTER (WHERE executor = 1 AND mode = 2 AND outcome = 1) AS succeeded,
  count(*) FILTER (WHERE executor = 1 AND mode = 2 AND outcome = 1 AND a.ended_at <= as_of - :settling)
    AS settled,
  count(*) FILTER (
    WHERE executor = 1 AND mode = 2 AND outcome = 1 AND a.ended_at <= as_of - :settling
      AND EXISTS (
        SELECT 1 FROM claim c
        WHERE c.violation_id = a.violation_id AND c.position = a.position AND c.outcome = 'contradicted')
      AND NOT EXISTS (
        SELECT 1 FROM episode e
        WHERE e.violation_id = a.violation_id AND e.reason = 1
          AND e.closed_at > a.ended_at AND e.closed_at <= a.ended_at + :settling)) AS contradicted,
  count(*) FILTER (WHERE executor = 1 AND mode = 2 AND outcome = 3) AS no_ops,
  count(*) FILTER (WHERE executor = 1 AND mode = 2 AND outcome = 6) AS not_run,
  count(*) FILTER (WHERE executor = 1 AND mode = 1) AS dry_runs,
  count(*) FILTER (WHERE mode = 2 AND outcome = 1) AS applied
FROM trend_attempt a, temp.clock
GROUP BY 1 ORDER BY 1;
