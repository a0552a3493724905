-- measure: before_human
-- title: before any human
-- definition: Episodes closed verified with no entry of a person between the close before and this one ÷
--   episodes closed verified.
-- formula: without a person ÷ closed verified
-- window: by closing
CASE WHEN reason = 1 AND closed_in_window THEN CASE WHEN by_person THEN 2 ELSE 3 END END AS before_human,
NULL,
NULL
