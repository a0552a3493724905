-- Question: is there an entry of a ledger? A row when there is one.
SELECT 1 FROM ledger_entry LIMIT 1;
