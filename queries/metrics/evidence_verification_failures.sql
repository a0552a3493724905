-- Question: how many packages did not hold?
-- Rows: one. Counted as it happens: no record tells.
--
-- family: closeout_evidence_verification_failures
-- type: counter
-- help: Of closeout_evidence_verifications_total, those that did not hold.
-- history: no
-- retracted: no
SELECT coalesce(sum(total), 0) AS value FROM counter WHERE family = 'closeout_evidence_verification_failures';
