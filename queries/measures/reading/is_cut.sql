-- Question: is anything cut? One number, 0 or 1.
SELECT EXISTS (SELECT 1 FROM temp.cut) AS is_cut;
