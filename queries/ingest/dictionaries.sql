-- Question: which compression dictionaries does the store have? In the order they were added.
SELECT id, source, bytes FROM dictionary ORDER BY added;
