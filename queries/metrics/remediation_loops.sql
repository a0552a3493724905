-- Question: how often did the automation run in circles?
-- Rows: one.
--
-- family: closeout_remediation_loops
-- type: counter
-- help: Times that the automation began more than 3 attempts on one violation within 10 minutes (or as
--   the policy says); a run of such attempts is one loop. PromQL windows over it are by the time of
--   recording.
SELECT count(*) AS value FROM remediation_loop;
