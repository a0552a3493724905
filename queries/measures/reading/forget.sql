-- Makes room for the next measure.
DROP VIEW temp.measured;
