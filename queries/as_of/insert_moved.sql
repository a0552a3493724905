-- Notes the violation of a finding at the instant asked for. Parameters: 1 finding, 2 violation or NULL.
INSERT INTO temp.moved_back(id, violation_id) VALUES (?1, ?2);
