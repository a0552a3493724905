-- Question: what did the scanner say after each enforced automatic attempt?
--
-- `judged`: terminal and old enough to have held. `proven`: succeeded, verified within V of its end, and
-- within N of it neither rolled back nor seen failing again. `ripe`: succeeded at least V ago;
-- `contradicted`: ripe, and the first evaluation after its end failed, with no rollback before that and no
-- pass within V. Of two results of one evaluation the pass is ignored. A finding that never had a compliance
-- result fails in each active snapshot, and passes where its product closed it.
CREATE TEMP TABLE fix_outcome AS
WITH sighting AS (
  SELECT a.position, o.finding_id, o.updated_at, o.compliance, o.closed_by_product,
    o.compliance IS NULL AND o.record_state IS NOT 2 AND NOT EXISTS (
      SELECT 1 FROM observation check_result
      WHERE check_result.finding_id = o.finding_id AND check_result.compliance IS NOT NULL
        AND check_result.event_time <= (SELECT as_of FROM temp.clock)
    ) AS is_standing
  FROM fix_attempt a
  -- In this order: from few attempts to their findings, never from all observations.
  CROSS JOIN finding f ON f.violation_id = a.violation_id
  CROSS JOIN observation o ON o.finding_id = f.id
  WHERE a.enforced AND a.outcome = 1 AND o.kind = 1
    AND o.updated_at > a.ended_at AND o.event_time <= (SELECT as_of FROM temp.clock)
), evaluation AS (
  SELECT s.position,
    min(CASE WHEN s.compliance = 2 OR s.is_standing AND NOT s.closed_by_product THEN s.updated_at END)
      AS failed_at,
    min(CASE WHEN s.closed_by_product OR s.compliance = 1 AND NOT EXISTS (
      SELECT 1 FROM observation other
      WHERE other.finding_id = s.finding_id AND other.updated_at = s.updated_at AND other.compliance = 2
        AND other.kind = 1 AND other.event_time <= (SELECT as_of FROM temp.clock)
    ) THEN s.updated_at END) AS passed_at
  FROM sighting s
  GROUP BY s.position
), seen AS (
  SELECT a.*, b.rolled_back_at, v.failed_at, v.passed_at,
    (SELECT min(e.closed_at) FROM episode e
     WHERE e.violation_id = a.violation_id AND e.reason = 1 AND e.closed_at >= a.ended_at) AS verified_at
  FROM fix_attempt a
  LEFT JOIN attempt_rollback b ON b.pipeline_id = a.pipeline_id AND b.attempt = a.attempt
  LEFT JOIN evaluation v ON v.position = a.position
  WHERE a.enforced AND a.terminal
)
SELECT s.*,
  s.ended_at <= c.as_of - l.held_for AS judged,
  s.outcome = 1 AND s.ended_at <= c.as_of - l.held_for
    AND coalesce(s.verified_at <= s.ended_at + l.verified_within, 0)
    AND coalesce(s.rolled_back_at > s.ended_at + l.held_for, 1)
    AND coalesce(s.failed_at > s.ended_at + l.held_for, 1) AS proven,
  s.outcome = 1 AND s.ended_at <= c.as_of - l.verified_within AS ripe,
  s.outcome = 1 AND s.ended_at <= c.as_of - l.verified_within AND s.failed_at IS NOT NULL
    AND coalesce(s.failed_at <= s.passed_at, 1)
    AND coalesce(s.rolled_back_at >= s.failed_at, 1)
    AND coalesce(s.passed_at > s.ended_at + l.verified_within, 1) AS contradicted
FROM seen s CROSS JOIN temp.clock c CROSS JOIN temp.policy_limit l;
