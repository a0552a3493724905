-- Question: what are the exact bytes of a rejected record? Parameter: :id. At most one row.
SELECT bytes FROM rejected WHERE id = :id;
