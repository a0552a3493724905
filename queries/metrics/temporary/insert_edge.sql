-- Adds a bucket. Parameters: :above, :upto, :le.
INSERT INTO temp.duration_edge(above, upto, le) VALUES (:above, :upto, :le);
