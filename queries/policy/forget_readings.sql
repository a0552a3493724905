-- Forgets what other rules read in records.
DELETE FROM policy_reading;
