-- measure: escalations
-- title: escalation rate
-- definition: Findings escalated or sent to review ÷ findings decided.
-- formula: escalated or reviewed ÷ decided
-- window: by the decision
CASE WHEN reviewed OR escalated THEN 3 ELSE 2 END AS escalations,
CASE WHEN reviewed THEN 'sent to review' END,
NULL
