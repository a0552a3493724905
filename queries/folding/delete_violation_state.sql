-- Forgets how a violation stands that no finding belongs to any more. Parameter: 1 the violation.
DELETE FROM violation_state WHERE violation_id = ?1;
