-- Question: how many episodes were opened, reopened and ended in the window, by the reason of their end?
-- One row.
SELECT
  count(*) FILTER (WHERE opened_in_window) AS opened,
  count(*) FILTER (WHERE opened_in_window AND number > 1) AS reopened,
  count(*) FILTER (WHERE state = 2 AND claimed_in_window) AS claimed,
  count(*) FILTER (WHERE reason = 1 AND closed_in_window) AS verified,
  count(*) FILTER (WHERE reason = 2 AND closed_in_window) AS suppressed,
  count(*) FILTER (WHERE reason = 3 AND closed_in_window) AS false_positive,
  count(*) FILTER (WHERE reason = 4 AND closed_in_window) AS benign,
  count(*) FILTER (WHERE reason = 5 AND closed_in_window) AS resource_gone,
  count(*) FILTER (WHERE reason = 6 AND closed_in_window) AS superseded,
  count(*) FILTER (WHERE reason = 7 AND closed_in_window) AS control_disabled,
  count(*) FILTER (WHERE reason = 8 AND closed_in_window) AS archived
FROM counted_episode;
