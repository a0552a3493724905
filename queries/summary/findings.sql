-- Question: how many findings are known? One row.
SELECT count(*) AS total FROM finding_state;
