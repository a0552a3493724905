-- measure: open_age
-- title: age of what is open
-- definition: As-of − opened, over open episodes; claimed ones are not among them.
-- formula: Σ (as-of − opened) ÷ open episodes
-- window: none: as of the instant
-- amount: milliseconds from opening to as-of
CASE WHEN state = 1 THEN CASE WHEN defect IS NULL THEN 3 ELSE 0 END END AS open_age,
defect_name,
CASE WHEN defect IS NULL THEN as_of - opened_at END
