-- Question: in which week did each episode open and close, and when was it exposed? Columns of
-- measured_episode, to be read beside the measures: instants in milliseconds within the window, NULL where
-- there is none or a time is impossible; `week_weight` is what a day open counts between `exposed_from` and
-- `exposed_to`.
CASE WHEN opened_in_window AND defect IS NULL THEN opened_at END AS week_opened_at,
CASE WHEN closed_in_window AND defect IS NULL THEN closed_at END AS week_closed_at,
reason = 1 AS week_verified,
CASE WHEN defect IS NULL THEN weight END AS week_weight,
exposed_from,
exposed_to
