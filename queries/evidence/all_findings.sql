-- Question: which findings were ever seen up to as-of? In the order of their names, so that a run over all
-- of them does not depend on the order of arrival.
SELECT f.id
FROM finding f JOIN product p ON p.id = f.product_id
WHERE EXISTS (
  SELECT 1 FROM observation o
  WHERE o.finding_id = f.id AND o.event_time <= (SELECT as_of FROM temp.clock))
ORDER BY f.uid, p.arn;
