-- Question: can the store be read? One row.
SELECT count(*) AS tables FROM sqlite_schema;
