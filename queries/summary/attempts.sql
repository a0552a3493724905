-- Question: how did attempts end in the window? One row. Automatic and enforced unless said otherwise;
-- `applied` counts people's changes too.
SELECT
  count(*) FILTER (WHERE executor = 1 AND mode = 2 AND outcome IN (1, 2, 4, 5)) AS attempts,
  count(*) FILTER (WHERE executor = 1 AND mode = 2 AND outcome = 1) AS succeeded,
  count(*) FILTER (WHERE executor = 1 AND mode = 2 AND outcome = 3) AS no_ops,
  count(*) FILTER (WHERE executor = 1 AND mode = 2 AND outcome = 6) AS not_run,
  count(*) FILTER (WHERE executor = 1 AND mode = 1) AS dry_runs,
  count(*) FILTER (WHERE mode = 2 AND outcome = 1) AS applied
FROM attempt, temp.clock
WHERE (from_at IS NULL OR ended_at >= from_at) AND (to_at IS NULL OR ended_at < to_at);
