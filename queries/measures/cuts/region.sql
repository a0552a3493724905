-- Cuts by region.
INSERT INTO temp.cut(violation, episode, cell)
SELECT v.id, NULL, r.name FROM violation v JOIN region r ON r.id = v.region_id;
