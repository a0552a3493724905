-- Question: which targets does the policy have? The most precise first, as aimed_episode tries them.
SELECT tier, severity, environment, risk, effective, until, target
FROM temp.sla_target ORDER BY precision DESC, id;
