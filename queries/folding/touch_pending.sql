-- Marks the violations that wait for a fold.
INSERT INTO temp.touched_violation(id) SELECT id FROM pending_violation;
