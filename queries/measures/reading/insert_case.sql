-- Adds a case to be listed. Parameters: :violation, :episode, :finding and :entry or NULL, :standing, :class
-- and :amount or NULL.
INSERT INTO temp.listed_case(violation_id, number, finding_id, entry, standing, class, amount)
VALUES (:violation, :episode, :finding, :entry, :standing, :class, :amount);
