-- Question: does the file hold anything yet? One number.
SELECT count(*) FROM sqlite_schema;
