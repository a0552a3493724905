-- Notes that a finding's snapshots name more than one violation. Parameter: 1 the finding.
INSERT OR IGNORE INTO moved_finding(finding_id) VALUES (?1);
