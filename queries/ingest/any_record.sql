-- Question: did any record ever come? A row when one did.
SELECT 1 FROM record LIMIT 1;
