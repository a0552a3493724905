-- Question: what is the violation of a number? At most one row; the columns are those of violation_by_subject.sql.
-- Parameter: 1 the number.
SELECT id, partition, account_id, region_id, control_id, resources FROM violation WHERE id = ?1;
