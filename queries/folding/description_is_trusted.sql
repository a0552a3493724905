-- Question: may the sender of a description speak for the product it names? One number.
-- Parameter: 1 the description.
SELECT trusted FROM description WHERE id = ?1;
