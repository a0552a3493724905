-- Every finding has been folded.
DELETE FROM unfolded;
