-- Words for the numbers in the store: of the kinds severity, workflow, close_reason, time_defect and
-- attempt_outcome; the metrics add source and reject_reason (where the number says nothing and the word is
-- what is stored). Filled by the program, whose enums own both.
CREATE TEMP TABLE code_label(
  kind TEXT NOT NULL, code INTEGER NOT NULL, label TEXT NOT NULL, PRIMARY KEY (kind, code)
) WITHOUT ROWID;
