-- Question: what do the rows of a subject count for, and what are they? As pass.sql, with what is listed of
-- each.
SELECT violation_id, number, finding_id, entry, {measures} FROM {subject} m;
