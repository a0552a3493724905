-- measure: rollbacks
-- title: rollback frequency
-- definition: Rollbacks that succeeded ÷ changes applied: enforced attempts, automatic or human, that ended
--   successful. Rollbacks that failed are left out.
-- formula: rollbacks ÷ changes applied
-- window: rollbacks by their time, changes by their end
CASE WHEN is_applied THEN 2 WHEN outcome = 1 THEN 1 ELSE 0 END AS rollbacks,
CASE WHEN is_applied THEN 'applied' WHEN outcome = 1 THEN 'rolled back' ELSE 'failed' END,
NULL
