-- Question: which sources did each run read? From the records that its files brought, new or again; a run
-- that brought none is of the source `unknown`.
CREATE TEMP TABLE run_source AS
WITH brought AS (
  SELECT DISTINCT f.run_id, s.source FROM file_source s JOIN file f ON f.id = s.file_id
)
SELECT u.id AS run_id, b.source, coalesce(l.label, 'unknown') AS source_name, u.started_at, u.finished_at,
  (u.finished_at IS NULL AND EXISTS (SELECT 1 FROM run next WHERE next.id > u.id))
    OR EXISTS (SELECT 1 FROM file f WHERE f.run_id = u.id AND f.problem IS NOT NULL) AS failed
FROM run u
LEFT JOIN brought b ON b.run_id = u.id
LEFT JOIN temp.code_label l ON l.kind = 'source' AND l.code = b.source
WHERE u.started_at <= (SELECT as_of FROM temp.clock);
