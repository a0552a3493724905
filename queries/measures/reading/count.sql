-- Question: how many cases of the measure are there in each cell, by class and by where they count? One row
-- for each; `total` adds up the amounts.
SELECT c.value AS cell, m.class, m.numerator, m.denominator, count(*) AS n, sum(m.amount) AS total
FROM measured m
LEFT JOIN temp.cut c ON c.violation_id = m.violation_id AND (c.number IS NULL OR c.number = m.number)
GROUP BY c.value, m.class, m.numerator, m.denominator
ORDER BY c.value, m.class, m.numerator, m.denominator;
