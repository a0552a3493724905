-- Question: is there anything that no fold has seen? A row when there is. Parameter: 1 the folded position.
SELECT 1 WHERE EXISTS (SELECT 1 FROM observation WHERE position > ?1)
  OR EXISTS (SELECT 1 FROM ledger_entry WHERE position > ?1)
  OR EXISTS (SELECT 1 FROM unfolded)
  OR EXISTS (SELECT 1 FROM pending_violation);
