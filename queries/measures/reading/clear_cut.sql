-- Takes the cells away.
DELETE FROM temp.cut;
