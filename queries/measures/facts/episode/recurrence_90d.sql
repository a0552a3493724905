-- measure: recurrence_90d
-- title: recurrence within 90 days
-- definition: Of the episodes closed verified at least 90 days before as-of, those whose violation opened
--   again within 90 days.
-- formula: came back ÷ followed up
-- window: by closing
CASE WHEN reason = 1 AND closed_in_window THEN
  CASE WHEN closed_at > as_of - 90 * 86400000 THEN 0
    WHEN next_opened_at <= closed_at + 90 * 86400000 THEN 3 ELSE 2 END
END AS recurrence_90d,
CASE WHEN closed_at > as_of - 90 * 86400000 THEN 'too young' END,
NULL
