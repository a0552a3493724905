-- Forgets everything that any fold ever wrote; what it was made of is all there. Findings that named more than
-- one violation are given theirs anew.
DROP INDEX IF EXISTS violation_state_by_event;
DELETE FROM episode;
DELETE FROM claim;
DELETE FROM suppressed_span;
DELETE FROM violation_state;
DELETE FROM finding_state;
INSERT OR IGNORE INTO unfolded(finding_id) SELECT finding_id FROM moved_finding;
