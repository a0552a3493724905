-- Question: which accounts have open violations?
-- Rows: one for each account and severity, zeros included; accounts in the order of their first record.
--
-- family: closeout_account_open_violations
-- type: gauge
-- help: Violations that are open now, claimed ones left out, by account. Accounts beyond the cap are
--   added up under other.
-- labels: account_id, finding_severity
-- cap: account_id 250 other
SELECT a.uid AS account_id, t.finding_severity, coalesce(sum(o.n), 0) AS value
FROM account a
CROSS JOIN severity_tier t
LEFT JOIN open_tally o ON o.account_id = a.id AND o.severity = t.severity
GROUP BY a.id, t.severity
ORDER BY a.id;
