-- Question: of the episodes closed verified in the window and at least so long before as-of, after how many
-- did the violation open again within that time? Parameter: :follow_up in milliseconds. One row.
SELECT count(*) AS followed,
  count(*) FILTER (WHERE (
    SELECT next.opened_at FROM episode next
    WHERE next.violation_id = e.violation_id AND next.number = e.number + 1
  ) <= e.closed_at + :follow_up) AS recurred
FROM counted_episode e, temp.clock
WHERE e.reason = 1 AND e.closed_in_window AND e.closed_at <= as_of - :follow_up;
