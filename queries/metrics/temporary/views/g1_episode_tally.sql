-- Question: how many episodes are there of each kind? One pass over them all, which a dozen families share.
-- `claimed` 1 where a claim was ever made, `recurred` 1 where one closed verified was followed by another.
CREATE TEMP TABLE episode_tally AS
SELECT v.control_id, e.severity, e.reason, e.number > 1 AS reopened,
  EXISTS (SELECT 1 FROM claim c WHERE c.violation_id = e.violation_id AND c.episode = e.number) AS claimed,
  e.reason = 1 AND EXISTS (
    SELECT 1 FROM episode next WHERE next.violation_id = e.violation_id AND next.number = e.number + 1
  ) AS recurred,
  count(*) AS n
FROM counted_episode e JOIN violation v ON v.id = e.violation_id
GROUP BY 1, 2, 3, 4, 5, 6;
