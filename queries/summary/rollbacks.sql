-- Question: how many rollbacks succeeded and failed in the window? One row.
SELECT count(*) FILTER (WHERE outcome = 1) AS succeeded, count(*) FILTER (WHERE outcome = 2) AS failed
FROM rollback_entry, temp.clock
WHERE (from_at IS NULL OR rolled_back_at >= from_at) AND (to_at IS NULL OR rolled_back_at < to_at);
