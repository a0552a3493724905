-- Question: which number does a name have? One row; a new name gets one. Parameter: 1 the name.
INSERT INTO region(name) VALUES (?1) ON CONFLICT(name) DO UPDATE SET name = excluded.name RETURNING id;
