-- Forgets the claim rows of a violation before it is written anew. Parameter: 1 the violation.
DELETE FROM claim WHERE violation_id = ?1;
