-- Notes where a record came from. Parameters in the order of the columns.
INSERT OR FAIL INTO record(position, source, mapping_id, file_id, line, byte_offset, envelope_time)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
