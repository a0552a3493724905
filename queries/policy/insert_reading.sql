-- Keeps what the policy's rules read in a record. Parameters: 1 position, 2 verdict or NULL, 3 level of risk or
-- NULL.
INSERT OR REPLACE INTO policy_reading(position, verdict, risk) VALUES (?1, ?2, ?3);
