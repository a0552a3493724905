-- measure: time_to_remediate
-- title: time to remediate
-- definition: Closed − opened, over episodes closed verified; impossible times are left out.
-- formula: Σ (closed − opened) ÷ episodes closed verified
-- window: by closing
-- amount: milliseconds from opening to closing
CASE WHEN reason = 1 AND closed_in_window THEN
  CASE WHEN defect IS NULL THEN 3 ELSE 0 END
END AS time_to_remediate,
defect_name,
CASE WHEN defect IS NULL THEN duration END
