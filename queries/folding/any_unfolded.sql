-- Question: is there a finding that may belong to another violation than before? A row when there is one.
SELECT 1 FROM unfolded LIMIT 1;
