-- Cuts by the team that the policy gives the account.
INSERT INTO temp.cut(violation, episode, cell)
SELECT v.id, NULL, p.finding_team
FROM violation v
JOIN account a ON a.id = v.account_id
JOIN temp.account_policy p ON p.account_id = a.uid
WHERE p.finding_team IS NOT NULL;
