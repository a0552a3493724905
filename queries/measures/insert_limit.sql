-- Sets the lengths of time of the policy. Parameters: :verified_within, :held_for, :review_within,
-- :loop_attempts, :loop_within.
INSERT INTO temp.policy_limit(verified_within, held_for, review_within, loop_attempts, loop_within)
VALUES (:verified_within, :held_for, :review_within, :loop_attempts, :loop_within);
