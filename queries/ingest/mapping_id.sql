-- Question: which number does a mapping have? One row; a new one gets a number.
-- Parameters: 1 the SHA-256 of its text, 2 the text.
INSERT INTO mapping(digest, text) VALUES (?1, ?2)
ON CONFLICT(digest) DO UPDATE SET text = excluded.text RETURNING id;
