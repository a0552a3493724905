-- Question: what is in the store and not in the population, each violation and finding by one reason? One row.
SELECT
  (SELECT count(*) FROM violation) AS violations,
  (SELECT count(*) FROM temp.population_scope) AS in_scope,
  count(*) FILTER (WHERE w.violation_id IS NULL) AS later,
  count(*) FILTER (WHERE w.trusted = 0) AS untrusted,
  count(*) FILTER (WHERE w.trusted AND NOT EXISTS (
    SELECT 1 FROM episode e WHERE e.violation_id = v.id)) AS never_failing,
  count(*) FILTER (WHERE w.trusted AND EXISTS (
    SELECT 1 FROM episode e WHERE e.violation_id = v.id)) AS filtered,
  (SELECT count(*) FROM finding) AS findings,
  (SELECT count(*) FROM finding WHERE violation_id IS NULL) AS unjoined_findings
FROM violation v
LEFT JOIN violation_state w ON w.violation_id = v.id
WHERE v.id NOT IN (SELECT id FROM temp.population_scope);
