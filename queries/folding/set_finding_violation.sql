-- Moves a finding to the violation that its latest snapshot names. Parameters: 1 finding, 2 violation.
UPDATE finding SET violation_id = ?2 WHERE id = ?1;
