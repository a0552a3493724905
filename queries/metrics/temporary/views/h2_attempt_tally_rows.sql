-- Question: how many automatic attempts of each kind did each playbook make? Row by row, as episode_tally.
INSERT INTO temp.attempt_tally(playbook, mode, terminal, failure_reason, rolled_back, judged, proven,
  contradicted, first_position, n)
SELECT a.playbook, a.mode, coalesce(a.terminal, 0),
  CASE WHEN a.enforced AND a.outcome IN (2, 4, 5) THEN
    CASE
      WHEN a.reason IN ('access-denied', 'throttled', 'precondition-failed', 'timed-out', 'cancelled')
        THEN a.reason
      WHEN a.outcome = 4 THEN 'timed-out'
      WHEN a.outcome = 5 THEN 'cancelled'
      ELSE 'other' END
    ELSE '' END,
  b.attempt IS NOT NULL, coalesce(o.judged, 0), coalesce(o.proven, 0), coalesce(o.contradicted, 0),
  a.position, 1
FROM fix_attempt a
LEFT JOIN attempt_rollback b ON b.pipeline_id = a.pipeline_id AND b.attempt = a.attempt
LEFT JOIN fix_outcome o ON o.position = a.position
WHERE true
ON CONFLICT DO UPDATE SET n = n + 1, first_position = min(first_position, excluded.first_position);
