-- Question: how many entries of each kind are there, and how far do they reach? One row; `last` NULL in
-- an empty store.
SELECT (SELECT count(*) FROM record) AS records, (SELECT count(*) FROM head) AS heads,
  (SELECT count(*) FROM log_note) AS notes, (SELECT coalesce(sum(count), 0) FROM record_bytes) AS bytes,
  (SELECT max(position) FROM (
    SELECT max(position) AS position FROM record
    UNION ALL SELECT max(position) FROM head
    UNION ALL SELECT max(position) FROM log_note)) AS last;
