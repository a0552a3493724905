-- Question: where do the derived tables differ from a fold of all records into tables of the same names in
-- `temp`? One row a table and violation (or finding), by table and number.
WITH difference AS (
  SELECT 'episode' AS kind, violation_id AS id
  FROM (SELECT * FROM main.episode EXCEPT SELECT * FROM temp.episode)
  UNION SELECT 'episode', violation_id
  FROM (SELECT * FROM temp.episode EXCEPT SELECT * FROM main.episode)
  UNION SELECT 'claim', violation_id
  FROM (SELECT * FROM main.claim EXCEPT SELECT * FROM temp.claim)
  UNION SELECT 'claim', violation_id
  FROM (SELECT * FROM temp.claim EXCEPT SELECT * FROM main.claim)
  UNION SELECT 'suppressed_span', violation_id
  FROM (SELECT * FROM main.suppressed_span EXCEPT SELECT * FROM temp.suppressed_span)
  UNION SELECT 'suppressed_span', violation_id
  FROM (SELECT * FROM temp.suppressed_span EXCEPT SELECT * FROM main.suppressed_span)
  UNION SELECT 'violation_state', violation_id
  FROM (SELECT * FROM main.violation_state EXCEPT SELECT * FROM temp.violation_state)
  UNION SELECT 'violation_state', violation_id
  FROM (SELECT * FROM temp.violation_state EXCEPT SELECT * FROM main.violation_state)
  UNION SELECT 'finding_state', finding_id
  FROM (SELECT * FROM main.finding_state EXCEPT SELECT * FROM temp.finding_state)
  UNION SELECT 'finding_state', finding_id
  FROM (SELECT * FROM temp.finding_state EXCEPT SELECT * FROM main.finding_state)
)
SELECT kind, id FROM difference ORDER BY kind, id;
