-- What the fold up to an earlier instant gave stands beside what did not change since: views with the
-- names of the tables, so that every query reads the past as it reads the present.
ALTER TABLE temp.episode RENAME TO refolded_episode;
ALTER TABLE temp.claim RENAME TO refolded_claim;
ALTER TABLE temp.suppressed_span RENAME TO refolded_suppressed_span;
ALTER TABLE temp.violation_state RENAME TO refolded_violation_state;
ALTER TABLE temp.finding_state RENAME TO refolded_finding_state;

CREATE INDEX temp.refolded_episode_key ON refolded_episode(violation_id, number);
CREATE INDEX temp.refolded_claim_key ON refolded_claim(violation_id, episode);
CREATE INDEX temp.refolded_span_key ON refolded_suppressed_span(violation_id, episode);

CREATE TEMP VIEW episode AS
SELECT * FROM main.episode WHERE violation_id NOT IN (SELECT id FROM temp.touched_violation)
UNION ALL SELECT * FROM temp.refolded_episode;

CREATE TEMP VIEW claim AS
SELECT * FROM main.claim WHERE violation_id NOT IN (SELECT id FROM temp.touched_violation)
UNION ALL SELECT * FROM temp.refolded_claim;

CREATE TEMP VIEW suppressed_span AS
SELECT * FROM main.suppressed_span WHERE violation_id NOT IN (SELECT id FROM temp.touched_violation)
UNION ALL SELECT * FROM temp.refolded_suppressed_span;

CREATE TEMP VIEW violation_state AS
SELECT * FROM main.violation_state WHERE violation_id NOT IN (SELECT id FROM temp.touched_violation)
UNION ALL SELECT * FROM temp.refolded_violation_state;

CREATE TEMP VIEW finding_state AS
SELECT s.* FROM main.finding_state s JOIN main.finding f ON f.id = s.finding_id
WHERE f.violation_id IS NULL OR f.violation_id NOT IN (SELECT id FROM temp.touched_violation)
UNION ALL SELECT * FROM temp.refolded_finding_state;
