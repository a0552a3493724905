-- Question: which amounts does the measure count in each cell? One row for each case in the denominator, the
-- smallest first.
SELECT c.value AS cell, m.numerator, m.amount
FROM measured m
LEFT JOIN temp.cut c ON c.violation_id = m.violation_id AND (c.number IS NULL OR c.number = m.number)
WHERE m.denominator AND m.amount IS NOT NULL
ORDER BY m.amount;
