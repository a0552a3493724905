-- Question: which records are there? In the order of the log.
SELECT position, prefix FROM record ORDER BY position;
