-- Keeps what a counter has shown: of two exporters the one that has shown more is right, so that neither
-- number ever falls. Parameters: 1 family, 2 labels, 3 part, 4 total, 5 retracted.
INSERT INTO counter(family, labels, part, total, retracted) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (family, labels, part) DO UPDATE
SET total = max(total, excluded.total), retracted = max(retracted, excluded.retracted);
