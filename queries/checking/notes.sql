-- Question: which entries of the log are neither records nor heads? In the order of the log.
SELECT position, type, body FROM log_note ORDER BY position;
