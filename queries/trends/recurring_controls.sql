-- Question: of the episodes closed verified since :from, after how many did the violation open again, for
-- each control? Parameters: :from; :follow_up and :long_follow_up in milliseconds. A closing counts as
-- followed when it is at least that old. By how many came back, the most first, then by control.
WITH closing AS (
  SELECT v.control_id, as_of - e.closed_at AS age, (
      SELECT next.opened_at FROM episode next
      WHERE next.violation_id = e.violation_id AND next.number = e.number + 1
    ) - e.closed_at AS rest
  FROM counted_episode e JOIN violation v ON v.id = e.violation_id CROSS JOIN temp.clock
  WHERE e.reason = 1 AND e.closed_at >= :from
)
SELECT control_id, c.uid AS control, count(*) AS closings,
  count(*) FILTER (WHERE age >= :follow_up) AS followed,
  count(*) FILTER (WHERE age >= :follow_up AND rest <= :follow_up) AS recurred,
  count(*) FILTER (WHERE age >= :long_follow_up) AS followed_long,
  count(*) FILTER (WHERE age >= :long_follow_up AND rest <= :long_follow_up) AS recurred_long
FROM closing JOIN control c ON c.id = control_id
GROUP BY control_id, c.uid
ORDER BY recurred DESC, followed, c.uid;
