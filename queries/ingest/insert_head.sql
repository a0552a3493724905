-- Notes a head of a finding. Parameters in the order of the columns.
INSERT OR FAIL INTO head(position, finding_id, sequence, leaf) VALUES (?1, ?2, ?3, ?4);
