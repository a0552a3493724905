-- Notes that a finding has to be folded again. Parameter: 1 the finding.
INSERT OR IGNORE INTO unfolded(finding_id) VALUES (?1);
