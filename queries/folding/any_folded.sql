-- Question: was any violation folded before? A row when one was.
SELECT 1 FROM violation_state LIMIT 1;
