-- Question: since when does the record say how findings stand, and how many are known? One row; `begins` is
-- the earliest first record of any finding, NULL in an empty store.
SELECT min(first_event) AS begins, count(*) AS findings FROM finding_state;
