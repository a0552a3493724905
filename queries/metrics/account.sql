-- Question: what is known of each account?
-- Rows: one for each account, in the order of their first record.
--
-- family: closeout_account
-- type: info
-- help: What the policy says of an account, or its name as the findings have it. Join on account_id.
-- labels: account_id, account_name, finding_team, account_environment
-- cap: account_id 250 drop
SELECT a.uid AS account_id, coalesce(p.account_name, a.name) AS account_name, p.finding_team,
  p.account_environment
FROM account a LEFT JOIN temp.account_policy p ON p.account_id = a.uid
ORDER BY a.id;
