-- measure: autofix_contradicted
-- title: auto-fix success, contradicted
-- definition: Of the enforced automatic attempts that ended successful at least V before as-of, those whose
--   violation failed at the scanner's first evaluation after their end, with no rollback before it and no
--   pass within V.
-- formula: contradicted ÷ successful at least V ago
-- window: by the end of the attempt
CASE WHEN outcome = 1 THEN
  CASE WHEN contradicted THEN 3 WHEN ripe THEN 2 ELSE 0 END
END AS autofix_contradicted,
CASE WHEN NOT ripe THEN 'too young' END,
NULL
