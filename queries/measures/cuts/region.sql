-- Cuts by region.
INSERT INTO temp.cut(violation_id, number, value)
SELECT v.id, NULL, r.name FROM violation v JOIN region r ON r.id = v.region_id;
