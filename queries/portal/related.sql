-- Question: which other findings show the same violation? Parameters: :violation its number, :id the finding
-- that is shown. By id and product; at most 50.
SELECT f.uid, p.arn, d.title, s.failing, s.workflow
FROM finding f
JOIN finding_state s ON s.finding_id = f.id
JOIN product p ON p.id = f.product_id
LEFT JOIN description d ON d.id = s.description_id
WHERE f.violation_id = :violation AND f.id <> :id
ORDER BY f.uid, p.arn LIMIT 50;
