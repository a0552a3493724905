-- Question: how many automatic attempts of each kind did each playbook make? One pass, which six families
-- share. `failure_reason` is one of the closed set, NULL where an enforced attempt did not fail.
CREATE TEMP TABLE attempt_tally AS
SELECT a.playbook, a.mode, a.terminal,
  CASE WHEN a.enforced AND a.outcome IN (2, 4, 5) THEN
    CASE
      WHEN a.reason IN ('access-denied', 'throttled', 'precondition-failed', 'timed-out', 'cancelled')
        THEN a.reason
      WHEN a.outcome = 4 THEN 'timed-out'
      WHEN a.outcome = 5 THEN 'cancelled'
      ELSE 'other' END END AS failure_reason,
  b.attempt IS NOT NULL AS rolled_back, coalesce(o.judged, 0) AS judged, coalesce(o.proven, 0) AS proven,
  coalesce(o.contradicted, 0) AS contradicted, min(a.position) AS first_position, count(*) AS n
FROM fix_attempt a
LEFT JOIN attempt_rollback b ON b.pipeline_id = a.pipeline_id AND b.attempt = a.attempt
LEFT JOIN fix_outcome o ON o.position = a.position
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
