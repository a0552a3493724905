-- Question: of which accounts, regions and standards are there findings, and from when to when were they
-- observed? In the order of their names; `standard` is empty where a finding names none.
SELECT a.uid AS account, r.name AS region, coalesce(j.value, '') AS standard,
  count(DISTINCT f.id) AS findings, min(s.first_event) AS first_event, max(s.last_event) AS last_event
FROM finding f
JOIN finding_state s ON s.finding_id = f.id
JOIN violation v ON v.id = f.violation_id
JOIN account a ON a.id = v.account_id
JOIN region r ON r.id = v.region_id
LEFT JOIN description d ON d.id = s.description_id
LEFT JOIN json_each(d.standards) j
GROUP BY a.uid, r.name, j.value
ORDER BY a.uid, r.name, j.value;
