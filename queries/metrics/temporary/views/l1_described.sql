-- Which descriptions do the findings of each control have?
CREATE TEMP TABLE described(
  control_id INTEGER NOT NULL, description_id INTEGER NOT NULL, PRIMARY KEY (control_id, description_id)
) WITHOUT ROWID;
