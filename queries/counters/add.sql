-- Counts further. Parameters: 1 family, 2 how many.
INSERT INTO counter(family, labels, part, total, retracted) VALUES (?1, '[]', '', ?2, 0)
ON CONFLICT (family, labels, part) DO UPDATE SET total = total + excluded.total;
