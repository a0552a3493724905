-- measure: recurrence_30d
-- title: recurrence within 30 days
-- definition: Of the episodes closed verified at least 30 days before as-of, those whose violation opened
--   again within 30 days.
-- formula: came back ÷ followed up
-- window: by closing
CASE WHEN reason = 1 AND closed_in_window THEN
  CASE WHEN closed_at > as_of - 30 * 86400000 THEN 0
    WHEN next_opened_at <= closed_at + 30 * 86400000 THEN 3 ELSE 2 END
END AS recurrence_30d,
CASE WHEN closed_at > as_of - 30 * 86400000 THEN 'too young' END,
NULL
