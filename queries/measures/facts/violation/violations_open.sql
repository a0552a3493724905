-- measure: violations_open
-- title: violations open
-- definition: Violations whose last episode is open; claimed ones are not. Those whose sender may not speak
--   for the product that it names are left out.
-- formula: open ÷ violations that ever had an episode
-- window: none: as of the instant
CASE WHEN state > 0 THEN CASE WHEN NOT trusted THEN 0 WHEN state = 1 THEN 3 ELSE 2 END END AS violations_open,
CASE WHEN NOT trusted THEN 'untrusted' WHEN state = 1 THEN severity_name WHEN state = 2 THEN 'claimed'
  ELSE 'closed' END,
NULL
