-- Leaves to this reading the episodes of some violations only. Parameters: :from and :to, in eighths of all by
-- their numbers.
UPDATE temp.share SET
  from_violation = (SELECT max(id) FROM violation) * :from / 8,
  to_violation = CASE WHEN :to < 8 THEN (SELECT max(id) FROM violation) * :to / 8 ELSE to_violation END;
