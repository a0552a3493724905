-- Views with the names of the tables of records, without those that had not been ingested yet: every query
-- then reads what was known. Which of several lines about one event counts is decided over all of them.
CREATE TEMP VIEW observation AS
SELECT * FROM main.observation WHERE position < (SELECT known_before FROM temp.clock);
CREATE TEMP VIEW ledger_entry AS
SELECT * FROM main.ledger_entry WHERE position < (SELECT known_before FROM temp.clock);
