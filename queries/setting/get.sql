-- Question: what is the value of a setting? Parameter: 1 its name.
SELECT value FROM setting WHERE name = ?1;
