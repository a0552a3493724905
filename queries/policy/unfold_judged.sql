-- Notes that the findings whose notes were judged have to be folded again.
INSERT OR IGNORE INTO unfolded(finding_id)
SELECT o.finding_id FROM policy_reading p JOIN observation o ON o.position = p.position
WHERE p.verdict IS NOT NULL;
