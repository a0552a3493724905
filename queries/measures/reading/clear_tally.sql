-- Makes room for the counts of the next measure.
DELETE FROM temp.measure_tally;
