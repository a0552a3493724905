-- Question: how many exceptions are in force?
-- Rows: one.
--
-- family: closeout_exceptions_active
-- type: gauge
-- help: Exceptions that were granted and have neither expired nor been revoked.
SELECT count(*) AS value FROM exception_grant
WHERE to_at IS NULL OR to_at > (SELECT as_of FROM temp.clock);
