-- Cuts by control.
INSERT INTO temp.cut(violation, episode, cell)
SELECT v.id, NULL, c.uid FROM violation v JOIN control c ON c.id = v.control_id;
