-- Names an account by the latest record that names it; of records of one instant, by the greater name.
-- Parameters: 1 account, 2 name, 3 the record's event time.
UPDATE account SET name = ?2, named_at = ?3
WHERE id = ?1 AND (named_at IS NULL OR named_at < ?3 OR (named_at = ?3 AND name < ?2));
