-- Keeps a log entry that is neither record nor head. Parameters in the order of the columns.
INSERT INTO log_note(position, type, body) VALUES (?1, ?2, ?3);
