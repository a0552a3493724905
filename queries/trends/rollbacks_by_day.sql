-- Question: how many rollbacks succeeded and failed on each day? Parameter: :from, midnight UTC of the first
-- day wanted. Days since 1970 in UTC; by day.
SELECT CASE WHEN rolled_back_at > as_of THEN as_of ELSE rolled_back_at END / 86400000 AS day,
  count(*) FILTER (WHERE outcome = 1) AS succeeded,
  count(*) FILTER (WHERE outcome = 2) AS failed
FROM rollback_entry, temp.clock
WHERE rolled_back_at >= :from
GROUP BY 1 ORDER BY 1;
