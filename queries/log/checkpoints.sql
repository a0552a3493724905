-- Question: which checkpoints were signed? In the order of their sizes.
SELECT note FROM checkpoint ORDER BY size;
