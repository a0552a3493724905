-- measure: review_time
-- title: review of verdicts
-- definition: From the first unreviewed verdict on a violation to the reviewed one, against the policy's
--   target; a verdict that waits longer than that for its review has missed it. Reviewed verdicts that
--   nobody claimed before are left out.
-- formula: reviewed in time ÷ reviewed or overdue
-- window: by the review, else by the end of the target
-- amount: milliseconds from claim to review
CASE WHEN NOT counts THEN 0 WHEN met THEN 3 ELSE 2 END AS review_time,
kind,
waited
