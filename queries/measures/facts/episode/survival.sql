-- measure: survival
-- title: how long violations stay open
-- definition: Kaplan–Meier over the episodes closed in the window or not closed by its end. Open and claimed
--   ones are censored at its end, those suppressed, gone, superseded, archived or with a disabled control
--   when they closed; false positives, benign ones and impossible times are left out.
-- formula: first t with S(t) ≤ 0.5, S(t) = Π (1 − closed verified at t ÷ at risk at t)
-- window: episodes at risk in it
-- amount: milliseconds from opening to closing, or to where it is censored
CASE WHEN opened_at <= until AND (from_at IS NULL OR closed_at IS NULL OR closed_at >= from_at) THEN
  CASE WHEN defect IS NOT NULL OR reason IN (3, 4) THEN 0
    WHEN reason = 1 AND closed_at <= until THEN 3 ELSE 2 END
END AS survival,
CASE WHEN defect IS NOT NULL THEN defect_name
  WHEN reason IN (3, 4) OR closed_at <= until THEN reason_name
  WHEN state = 2 THEN 'claimed' ELSE 'open' END,
CASE WHEN defect IS NULL THEN CASE WHEN closed_at <= until THEN closed_at ELSE until END - opened_at END
