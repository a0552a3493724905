-- Question: may an envelope date this record, and when was its earliest? One row when it may: the finding,
-- the latest of the record's own times, the earliest envelope. Parameter: 1 the position.
SELECT o.finding_id, o.latest_time, r.envelope_time
FROM observation o JOIN record r ON r.position = o.position
WHERE o.position = ?1 AND o.processed_at IS NULL AND o.changed_at IS NULL;
