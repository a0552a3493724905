-- Cuts by severity: that of the episode.
INSERT INTO temp.cut(violation, episode, cell)
SELECT e.violation_id, e.number, l.label
FROM episode e JOIN temp.code_label l ON l.kind = 'severity' AND l.code = e.severity;
