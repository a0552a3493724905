-- Question: was the violation folded before? A row when it was. Parameter: 1 the violation.
SELECT 1 FROM violation_state WHERE violation_id = ?1;
