-- Begins a file of a run. Parameters: 1 run, 2 name.
INSERT INTO file(run_id, name) VALUES (?1, ?2);
