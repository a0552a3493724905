-- measure: velocity
-- title: velocity and capacity
-- definition: Episodes closed, for whatever reason, beside those opened.
-- formula: closed ÷ opened
-- window: by closing and by opening
CASE WHEN closed_in_window AND closed_at IS NOT NULL THEN 1 END AS velocity,
'closed',
NULL,
CASE WHEN opened_in_window THEN 2 END AS velocity,
'opened',
NULL
