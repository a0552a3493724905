-- Question: how many packages were checked?
-- Rows: one. Counted as it happens: no record tells.
--
-- family: closeout_evidence_verifications
-- type: counter
-- help: Packages, checkpoints and proofs that closeout verify checked for this store.
-- history: no
-- retracted: no
SELECT coalesce(sum(total), 0) AS value FROM counter WHERE family = 'closeout_evidence_verifications';
