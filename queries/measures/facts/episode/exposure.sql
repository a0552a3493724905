-- measure: exposure
-- title: exposure
-- definition: Severity weight × days open, added up; impossible times are left out.
-- formula: Σ weight × days open
-- window: the days that fall into it
-- amount: weight × milliseconds open in the window
CASE WHEN weight IS NOT NULL THEN CASE WHEN defect IS NOT NULL THEN 0 WHEN exposed_to > exposed_from THEN 3 END
END AS exposure,
coalesce(defect_name, severity_name),
CASE WHEN defect IS NULL THEN weight * (exposed_to - exposed_from) END
