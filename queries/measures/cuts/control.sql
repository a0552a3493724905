-- Cuts by control.
INSERT INTO temp.cut(violation_id, number, value)
SELECT v.id, NULL, c.uid FROM violation v JOIN control c ON c.id = v.control_id;
