-- Question: how many cases of the measure were counted in each cell, by class and by where they count? One
-- row for each; `total` adds up the amounts.
SELECT nullif(cell, x'') AS cell, nullif(class, x'') AS class, numerator, denominator, n, total
FROM temp.measure_tally
ORDER BY 1, 2, numerator, denominator;
