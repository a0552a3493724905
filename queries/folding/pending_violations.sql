-- Question: which violations wait for the fold? By number.
SELECT id FROM pending_violation ORDER BY id;
