-- Question: how many exceptions ran out?
-- Rows: one.
--
-- family: closeout_exceptions_expired
-- type: counter
-- help: Exceptions that reached their end without being revoked before. Counted once it is due. PromQL
--   windows over it are by the time of recording.
SELECT count(*) AS value FROM exception_grant
WHERE ended_by = 1 AND to_at <= (SELECT as_of FROM temp.clock);
