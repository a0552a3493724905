-- Question: what do the rows of a subject count for, and in which cell? As pass.sql, one row for each cell.
SELECT c.cell, {measures} FROM {subject} m
LEFT JOIN temp.cut c ON c.violation = m.violation_id AND (c.episode IS NULL OR c.episode = m.number);
