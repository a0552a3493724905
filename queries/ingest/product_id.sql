-- Question: which number does a name have? One row; a new name gets one. Parameter: 1 the name.
INSERT INTO product(arn) VALUES (?1) ON CONFLICT(arn) DO UPDATE SET arn = excluded.arn RETURNING id;
