-- Question: which compression dictionaries does the store have? By id.
SELECT id, bytes FROM dictionary ORDER BY id;
