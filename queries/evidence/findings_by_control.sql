-- Question: which findings show a violation of a control, as of the instant asked for?
-- Parameter: :control the control's id. In the order of their names.
SELECT f.id
FROM control c
CROSS JOIN violation v ON v.control_id = c.id
CROSS JOIN finding f ON f.violation_id = v.id
CROSS JOIN product p ON p.id = f.product_id
WHERE c.uid = :control AND EXISTS (
  SELECT 1 FROM observation o
  WHERE o.finding_id = f.id AND o.event_time <= (SELECT as_of FROM temp.clock))
ORDER BY f.uid, p.arn;
