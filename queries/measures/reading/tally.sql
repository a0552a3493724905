-- Question: how many cases of the measure are there in each cell, by class and by where they count? Added up
-- row by row in a table that stays small: a GROUP BY would sort them all.
INSERT INTO temp.measure_tally(cell, class, numerator, denominator, n, total)
SELECT coalesce(c.value, x''), coalesce(m.class, x''), coalesce(m.numerator, 0),
  coalesce(m.denominator, 0), 1, coalesce(m.amount, 0)
FROM measured m
LEFT JOIN temp.cut c ON c.violation_id = m.violation_id AND (c.number IS NULL OR c.number = m.number)
WHERE true
ON CONFLICT DO UPDATE SET n = n + 1, total = total + excluded.total;
