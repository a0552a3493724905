-- Question: which accounts have open violations?
-- Rows: one for each account and severity, zeros included; accounts in the order of their first record.
--
-- family: closeout_account_open_violations
-- type: gauge
-- help: Violations that are open now, claimed ones left out, by account. Accounts beyond the cap are
--   added up under other.
-- labels: account_id, finding_severity
-- cap: account_id 250 other
WITH counted AS (
  SELECT v.account_id, s.severity, count(*) AS n
  FROM violation_state s JOIN violation v ON v.id = s.violation_id
  WHERE s.state = 1 AND s.trusted
  GROUP BY v.account_id, s.severity
)
SELECT a.uid AS account_id, t.finding_severity, coalesce(c.n, 0) AS value
FROM account a
CROSS JOIN severity_tier t
LEFT JOIN counted c ON c.account_id = a.id AND c.severity = t.severity
ORDER BY a.id;
