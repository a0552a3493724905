-- Leaves to this reading the episodes of some violations only. Parameters: :from and :to, in parts of all by their
-- numbers, of :of.
UPDATE temp.share SET
  from_violation = (SELECT max(id) FROM violation) * :from / :of,
  to_violation = CASE WHEN :to < :of THEN (SELECT max(id) FROM violation) * :to / :of ELSE 9223372036854775807 END;
