-- Question: which finding is each observation of? In no order.
SELECT finding_id FROM observation;
