-- Marks every violation for folding.
INSERT OR IGNORE INTO temp.touched_violation(id) SELECT id FROM main.violation;
