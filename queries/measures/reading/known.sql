-- Question: of which columns of episode_row is anything known? One row, 0 in the columns that are NULL in every
-- row: those that only a ledger tells, and those that only an exception moves.
SELECT s.known AS assigned_at, s.known AS attempted_at, s.known AS applied_at, s.known AS last_applied_at,
  s.known AS by_person, s.known AS rolled_back, m.known AS moved, m.known AS moved_by
FROM (SELECT EXISTS (SELECT 1 FROM episode_step) AS known) s
CROSS JOIN (SELECT EXISTS (SELECT 1 FROM sla_moved) AS known) m;
