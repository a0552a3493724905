-- Question: which is the first record that had not been ingested at an instant? Its position, NULL where all
-- had. A record is known when its run ended; where the run was killed, when it began. Parameter: 1 the
-- instant.
SELECT min(r.position)
FROM record r
WHERE r.file_id IN (
  SELECT f.id FROM file f JOIN run u ON u.id = f.run_id WHERE coalesce(u.finished_at, u.started_at) > ?1);
