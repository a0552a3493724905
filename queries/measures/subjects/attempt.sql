-- Question: which attempts ended in the window? One row for each; `outcome_name` is the outcome's word.
CREATE TEMP VIEW measured_attempt AS
SELECT t.violation_id, t.number, NULL AS finding_id, t.position AS entry, t.executor, t.mode, t.outcome,
  t.applied, t.reason,
  (SELECT w.label FROM temp.code_label w
   WHERE w.kind = 'attempt_outcome' AND w.code = t.outcome) AS outcome_name
FROM tried t CROSS JOIN temp.clock c
WHERE (c.from_at IS NULL OR t.ended_at >= c.from_at) AND (c.to_at IS NULL OR t.ended_at < c.to_at);
