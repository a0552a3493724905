-- Question: which number does a name have? One row; a new name gets one. Parameter: 1 the name.
INSERT INTO control(uid) VALUES (?1) ON CONFLICT(uid) DO UPDATE SET uid = excluded.uid RETURNING id;
