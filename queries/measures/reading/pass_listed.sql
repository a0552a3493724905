-- Question: what do the rows of a subject count for, and what are they? One row for each, with what is listed of
-- it and three columns a case, the first with the name of its measure: where it stands (NULL it is no case of
-- the measure, 0 left out, 1 in the numerator, 2 in the denominator, 3 in both), of what kind it is or why it is
-- left out, and its amount. The program names the view of the subject and puts the columns of the measures in.
SELECT violation_id, number, finding_id, entry, {columns} FROM {subject} m;
