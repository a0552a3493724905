-- Keeps a compression dictionary. Parameters in the order of the columns.
INSERT INTO dictionary(id, bytes) VALUES (?1, ?2);
