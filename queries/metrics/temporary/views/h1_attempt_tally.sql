-- How many automatic attempts of each kind did each playbook make? Six families share it. `failure_reason` is
-- one of the closed set, empty where an enforced attempt did not fail.
CREATE TEMP TABLE attempt_tally(
  playbook TEXT NOT NULL, mode TEXT NOT NULL, terminal INTEGER NOT NULL, failure_reason TEXT NOT NULL,
  rolled_back INTEGER NOT NULL, judged INTEGER NOT NULL, proven INTEGER NOT NULL,
  contradicted INTEGER NOT NULL, first_position INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (playbook, mode, terminal, failure_reason, rolled_back, judged, proven, contradicted)
) WITHOUT ROWID;
