-- Makes room for the cases of the next measure.
DELETE FROM temp.listed_case;
