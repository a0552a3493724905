-- Cuts by environment: that of the account in the policy, else the resource's tag.
INSERT INTO temp.cut(violation, episode, cell)
SELECT violation_id, NULL, environment FROM violation_environment WHERE environment IS NOT NULL;
