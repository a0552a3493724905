-- Question: which imports made the store? In their order; `receipt` is JSON, NULL for one that was killed.
SELECT id, started_at, finished_at, receipt FROM run ORDER BY id;
