-- measure: closed
-- title: episodes closed
-- definition: Episodes that closed, by the reason; only verified is a fix.
-- formula: count
-- window: by closing
CASE WHEN closed_in_window AND reason IS NOT NULL THEN 3 END AS closed,
reason_name,
NULL
