-- Ends a run. Parameters: 1 the run, 2 when, 3 its receipt as JSON.
UPDATE run SET finished_at = ?2, receipt = ?3 WHERE id = ?1;
