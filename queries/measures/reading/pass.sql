-- Question: what are the measures of a subject worked out from? One row for each of the subject. The program
-- names its view and puts in the columns that the measures' own columns name.
SELECT {columns} FROM {subject} m;
