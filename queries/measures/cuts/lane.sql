-- Cuts by lane: that of the latest decision, else that of the policy.
INSERT INTO temp.cut(violation, episode, cell)
SELECT violation_id, NULL, lane FROM violation_route WHERE lane IS NOT NULL;
