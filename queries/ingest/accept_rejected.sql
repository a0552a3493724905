-- Notes that a rejected record was read after all. Parameters: ?1 its number, ?2 when.
UPDATE rejected SET accepted_at = ?2 WHERE id = ?1;
