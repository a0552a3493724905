-- Question: how often was a person called?
-- Rows: one.
--
-- family: closeout_escalations
-- type: counter
-- help: Escalations in the ledger. PromQL windows over it are by the time of recording.
SELECT count(*) AS value FROM ledger_entry
WHERE type = 8 AND conflicting = 0 AND event_time <= (SELECT as_of FROM temp.clock);
