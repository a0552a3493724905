-- Notes that a file brought a record again. Parameters in the order of the columns.
INSERT OR IGNORE INTO delivery(file_id, position, line, envelope_time) VALUES (?1, ?2, ?3, ?4);
