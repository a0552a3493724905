-- Question: how many records are there, of which of imports that were killed before they gave a receipt, and how
-- many were rejected? One row.
SELECT
  (SELECT count(*) FROM record) AS records,
  (SELECT count(*) FROM record r JOIN file f ON f.id = r.file_id JOIN run n ON n.id = f.run_id
    WHERE n.finished_at IS NULL) AS unreceipted,
  (SELECT count(*) FROM rejected) AS rejected;
