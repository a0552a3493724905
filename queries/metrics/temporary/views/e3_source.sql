-- Question: which sources can a record have? Every family by source starts with a zero for each of them.
CREATE TEMP VIEW source_name AS
SELECT code AS source, label FROM temp.code_label WHERE kind = 'source'
UNION ALL SELECT NULL, 'unknown';
