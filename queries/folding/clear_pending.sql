-- Every pending violation has been folded.
DELETE FROM pending_violation;
