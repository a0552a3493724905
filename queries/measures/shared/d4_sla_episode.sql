-- Question: which episodes met their deadline? `decided_at` is when that became certain: closed verified by
-- the deadline, or the deadline itself once it has passed while the episode was open or claimed; NULL when
-- it is not, or when it was closed for another reason before. `met` 1 closed verified in time.
CREATE TEMP VIEW sla_episode AS
SELECT violation_id, number, severity, tier, state, due_at,
  CASE
    WHEN reason = 1 AND closed_at <= due_at THEN closed_at
    WHEN due_at <= (SELECT as_of FROM temp.clock) AND (closed_at IS NULL OR closed_at > due_at) THEN due_at
  END AS decided_at,
  coalesce(reason = 1 AND closed_at <= due_at, 0) AS met
FROM (
  SELECT d.violation_id, d.number, d.severity, d.tier, d.state, d.reason, d.closed_at,
    CASE WHEN m.violation_id IS NULL THEN d.due_at ELSE d.due_at + m.length END AS due_at
  FROM sla_due d
  LEFT JOIN sla_moved m ON m.violation_id = d.violation_id AND m.number = d.number
  -- An OFFSET keeps the planner from putting the deadline's subqueries wherever it is named above.
  LIMIT -1 OFFSET 0
);
