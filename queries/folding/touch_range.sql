-- Marks the violations whose numbers lie between two. Parameters: 1 the first, 2 the last.
INSERT INTO temp.touched_violation(id)
SELECT id FROM violation WHERE id BETWEEN ?1 AND ?2;
