-- Counts what a file brought of one kind of source. Parameters: 1 file, 2 source, 3 new records, 4 those of them
-- that came late, 5 records known before, 6 the latest event time of the new ones or NULL.
INSERT INTO file_source(file_id, source, records, late_records, duplicate_records, newest_event)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (file_id, source) DO UPDATE
SET records = records + excluded.records, late_records = late_records + excluded.late_records,
  duplicate_records = duplicate_records + excluded.duplicate_records,
  newest_event = max(coalesce(newest_event, excluded.newest_event), coalesce(excluded.newest_event, newest_event));
