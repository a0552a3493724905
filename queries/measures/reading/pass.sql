-- Question: what do the rows of a subject count for? One row for each. Three columns a case, the first with
-- the name of its measure: where it stands (NULL it is no case of the measure, 0 left out, 1 in the
-- numerator, 2 in the denominator, 3 in both), of what kind it is or why it is left out, and its amount. The
-- program names the view of the subject and puts the columns of the measures in.
SELECT NULL AS cell, {measures} FROM {subject} m;
