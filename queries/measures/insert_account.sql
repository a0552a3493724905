-- Adds what the policy says of an account. Parameters: :id, and :name, :team, :environment, :customer or NULL.
INSERT OR REPLACE INTO temp.account_policy(
  account_id, account_name, finding_team, account_environment, account_customer)
VALUES (:id, :name, :team, :environment, :customer);
