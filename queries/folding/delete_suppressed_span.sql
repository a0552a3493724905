-- Forgets the suppressed span rows of a violation before it is written anew. Parameter: 1 the violation.
DELETE FROM suppressed_span WHERE violation_id = ?1;
