-- What the policy says of accounts.
CREATE TEMP TABLE account_policy(
  account_id TEXT PRIMARY KEY, account_name TEXT, finding_team TEXT, account_environment TEXT,
  account_customer TEXT);
