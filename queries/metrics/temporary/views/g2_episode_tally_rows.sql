-- Question: how many episodes are there of each kind? Added up row by row in a table that stays small: a
-- GROUP BY would sort them all.
INSERT INTO temp.episode_tally(severity, reason, reopened, n)
SELECT severity, coalesce(reason, 0), number > 1, 1 FROM counted_episode WHERE true
ON CONFLICT DO UPDATE SET n = n + 1;
