-- Question: what are the measures of a subject worked out from, and in which cell? As pass.sql, one row for each
-- cell.
SELECT c.cell, {columns} FROM {subject} m
LEFT JOIN temp.cut c ON c.violation = m.violation_id AND (c.episode IS NULL OR c.episode = m.number);
