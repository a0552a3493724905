-- Finds an attempt by its source and id.
CREATE INDEX temp.tried_by_attempt ON tried(pipeline_id, attempt);
