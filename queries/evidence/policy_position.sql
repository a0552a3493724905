-- Question: where in the log does a policy first stand? Parameter: :body the bytes of its file. At most one row.
SELECT min(position) AS position FROM log_note WHERE type = 'policy' AND body = :body;
