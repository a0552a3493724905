-- Forgets the episode rows of a violation before it is written anew. Parameter: 1 the violation.
DELETE FROM episode WHERE violation_id = ?1;
