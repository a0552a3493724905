-- Marks one violation for folding up to as-of. Parameter: 1 the violation.
INSERT OR IGNORE INTO temp.touched_violation(id) VALUES (?1);
