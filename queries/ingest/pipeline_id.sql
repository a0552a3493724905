-- Question: which number does a name have? One row; a new name gets one. Parameter: 1 the name.
INSERT INTO pipeline(uri) VALUES (?1) ON CONFLICT(uri) DO UPDATE SET uri = excluded.uri RETURNING id;
