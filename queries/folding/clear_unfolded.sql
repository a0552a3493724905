-- Every finding has been given its violation.
DELETE FROM unfolded;
