-- Marks one violation for folding. Parameter: 1 the violation.
INSERT OR IGNORE INTO pending_violation(id) VALUES (?1);
