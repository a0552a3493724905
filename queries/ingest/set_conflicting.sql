-- Says whether another line of the same event counts in this one's place. Parameters: 1 position, 2 flag.
UPDATE ledger_entry SET conflicting = ?2 WHERE position = ?1;
