-- Question: what was judged of violations whose latest verdict falls in the window? One row.
SELECT count(*) AS judged,
  count(*) FILTER (WHERE verdict = 3) AS false_positive,
  count(*) FILTER (WHERE verdict = 2) AS true_positive,
  count(*) FILTER (WHERE verdict = 4) AS benign
FROM violation_state, temp.clock
WHERE trusted AND verdict IN (2, 3, 4)
  AND (from_at IS NULL OR judged_at >= from_at) AND (to_at IS NULL OR judged_at < to_at);
