-- Question: which schema has the store?
-- Rows: one.
--
-- family: closeout_store_schema_version
-- type: gauge
-- help: Number of the last migration of the store.
-- history: no
SELECT user_version AS value FROM pragma_user_version;
