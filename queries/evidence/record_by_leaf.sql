-- Question: where in the log does the record with this leaf stand? Parameter: :leaf the 32 bytes.
-- In the order of the log; as a rule one. No index has them: a record is seldom asked for by its leaf alone, and the
-- tiles are 32 bytes a leaf, 256 leaves each.
SELECT r.position
FROM (SELECT number * 256 + (instr(hashes, :leaf) - 1) / 32 AS position, (instr(hashes, :leaf) - 1) % 32 AS offset
  FROM tile WHERE level = 0 AND instr(hashes, :leaf) > 0) t
JOIN record r ON r.position = t.position
WHERE t.offset = 0
ORDER BY r.position;
