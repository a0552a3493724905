-- Question: how many packages were handed out?
-- Rows: one. Counted as it happens: no record tells.
--
-- family: closeout_evidence_packages
-- type: counter
-- help: Proof-of-fix packages written by closeout evidence or downloaded from the server.
-- history: no
-- retracted: no
SELECT coalesce(sum(total), 0) AS value FROM counter WHERE family = 'closeout_evidence_packages';
