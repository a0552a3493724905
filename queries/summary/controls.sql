-- Question: what is each control called? By number.
SELECT id, uid FROM control ORDER BY id;
