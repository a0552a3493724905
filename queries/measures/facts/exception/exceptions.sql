-- measure: exceptions
-- title: exceptions
-- definition: Exceptions granted: active ones have neither expired nor been revoked.
-- formula: active ÷ granted
-- window: those that ended by their end; active ones always
CASE WHEN is_active THEN 3 ELSE 2 END AS exceptions,
CASE WHEN is_active THEN 'active' WHEN ended_by = 1 THEN 'expired' ELSE 'revoked' END,
NULL
