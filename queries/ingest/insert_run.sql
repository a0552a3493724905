-- Begins a run. Parameter: 1 when.
INSERT INTO run(started_at) VALUES (?1);
