-- Question: what do all rows of all subjects agree on? One row: the clock, and until when anything is watched.
SELECT as_of, from_at, to_at, until FROM temp.watch;
