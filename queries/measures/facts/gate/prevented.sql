-- measure: prevented
-- title: prevented
-- definition: Gate evaluations that blocked a change ÷ those that blocked it or let it pass. Waivers are left
--   out, by whether they have expired.
-- formula: blocked ÷ (blocked + passed)
-- window: by the evaluation
CASE gate_result WHEN 'blocked' THEN 3 WHEN 'passed' THEN 2 ELSE 0 END AS prevented,
CASE WHEN gate_result IS NOT 'waived' THEN gate_result WHEN expires_at IS NULL THEN 'waived without end'
  WHEN expires_at <= as_of THEN 'waiver expired' ELSE 'waived' END,
NULL
